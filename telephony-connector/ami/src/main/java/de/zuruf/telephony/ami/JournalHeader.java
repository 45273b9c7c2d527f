package de.zuruf.telephony.ami;

import java.time.Instant;
import java.util.List;

/**
 * The first line of a journal's file.
 *
 * @param start            time of receipt of the file's first item, UTC
 * @param run              when the connector was activated; one translator worked for all files of a run
 * @param before           how many items the run had before this file; 0 means that the translator knew nothing, and more than
 *                         the files before hold means that some are missing
 * @param pbx              our name of the telephone system
 * @param internalContexts as the translator was given them, sorted
 */
record JournalHeader(Instant start, Instant run, long before, String pbx, List<String> internalContexts)
        implements JournalItem {

    JournalHeader {
        internalContexts = internalContexts.stream().sorted().toList();
    }
}
