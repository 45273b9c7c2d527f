/**
 * What a telephone system says ({@link de.zuruf.telephony.CallEvent}) and is told
 * ({@link de.zuruf.telephony.Telephony}). The resource adapter, the use cases and the web module meet here and
 * nowhere else, so that no other part of the product knows which PBX is behind it.
 */
package de.zuruf.telephony;
