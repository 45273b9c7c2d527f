package de.zuruf.crm.xml;

import java.util.List;
import java.util.Map;

/**
 * What the reading of a file came to.
 *
 * @param read         records found, good or bad
 * @param accepted     records handed on, by element name
 * @param problems     in the order of the file, the first 1,000 of them
 * @param moreProblems number of further problems that are not listed
 */
public record MirrorSummary(long read, Map<String, Long> accepted, List<Problem> problems, long moreProblems) {
    public MirrorSummary {
        accepted = Map.copyOf(accepted);
        problems = List.copyOf(problems);
    }

    /** {@return number of records handed on} */
    public long acceptedCount() {
        return accepted.values().stream().mapToLong(Long::longValue).sum();
    }

    /** {@return true when nothing of the file may count} */
    public boolean fileRejected() {
        return problems.stream().anyMatch(problem -> problem.severity() == Problem.Severity.FILE_REJECTED);
    }
}
