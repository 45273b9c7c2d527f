/**
 * The telephone system as a Jakarta Connectors resource: a session with Asterisk's manager interface, kept up by Work of
 * the container, turned into {@link de.zuruf.telephony.CallEvent}s by a pure state machine
 * ({@link de.zuruf.telephony.ami.PbxTranslator}) and delivered one by one, each in its own transaction.
 *
 * <p>Nothing outside this package knows asterisk-java. Of asterisk-java we use login, actions and responses; events are
 * taken off the wire before it sees them, as {@link de.zuruf.telephony.ami.AmiFrame}s, because its typed events cost two
 * more threads on the way and add synthetic duplicates.
 */
package de.zuruf.telephony.ami;
