package de.zuruf.telephony.ami;

/** What a journal holds, in the order in which it was translated; each file begins with its header. */
sealed interface JournalItem permits JournalHeader, Inbound {}
