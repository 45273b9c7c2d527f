package de.zuruf.telephony.ami;

import jakarta.resource.spi.ConnectionRequestInfo;

/** Which telephone system a handle is to lead to; the pool gives a handle only to who asks for the same. */
record WhichPbx(String pbx) implements ConnectionRequestInfo {}
