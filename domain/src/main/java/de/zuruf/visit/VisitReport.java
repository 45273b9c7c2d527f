package de.zuruf.visit;

import java.time.LocalDate;
import java.util.List;

/**
 * Besuchsbericht.
 *
 * @param visitedOn    the day, not in the future
 * @param participants at most 20
 * @param topics       at most 20 of 1 to 200 characters
 * @param commitments  at most 20
 * @param mood         null when not recorded
 * @param nextStep     at most 1,000 characters; null when none
 * @param nextStepOn   null when no day is set
 */
public record VisitReport(
        LocalDate visitedOn,
        List<Participant> participants,
        List<String> topics,
        List<Commitment> commitments,
        Mood mood,
        String nextStep,
        LocalDate nextStepOn) {
    public VisitReport {
        participants = participants == null ? List.of() : List.copyOf(participants);
        topics = topics == null ? List.of() : List.copyOf(topics);
        commitments = commitments == null ? List.of() : List.copyOf(commitments);
    }

    /**
     * {@return this report with texts trimmed and blank ones dropped, once it is found to be in order}
     *
     * @param today the author's day
     * @throws de.zuruf.wording.InvalidInputException naming the field, e.g. {@code commitments[0].dueOn}
     */
    public VisitReport checked(LocalDate today) {
        throw new UnsupportedOperationException("" + today);
    }
}
