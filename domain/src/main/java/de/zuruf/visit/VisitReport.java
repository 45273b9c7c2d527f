package de.zuruf.visit;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Besuchsbericht.
 *
 * @param visitedOn    the day, within the last year
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

    /** Most participants, topics or commitments. */
    public static final int MAXIMUM_ENTRIES = 20;

    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_TOPIC = 200;
    private static final int MAXIMUM_COMMITMENT = 500;
    private static final int MAXIMUM_NEXT_STEP = 1_000;

    public VisitReport {
        participants = withoutNulls(participants);
        topics = withoutNulls(topics);
        commitments = withoutNulls(commitments);
    }

    private static <T> List<T> withoutNulls(List<T> entries) {
        return entries == null
                ? List.of()
                : entries.stream().filter(Objects::nonNull).toList();
    }

    /**
     * {@return this report with texts trimmed and blank ones dropped, once it is found to be in order} It needs a topic, a
     * commitment or a next step; everything else but the day may stay empty.
     *
     * @param today the author's day
     * @throws InvalidInputException naming the field, e.g. {@code commitments[0].dueOn}
     */
    public VisitReport checked(LocalDate today) {
        if (visitedOn == null) {
            throw InvalidInputException.missing("visitedOn");
        }
        if (visitedOn.isAfter(today) || visitedOn.isBefore(today.minusYears(1))) {
            throw new InvalidInputException(
                    "ZURUF-DAY",
                    new Bilingual(
                            "Der Besuch muss im letzten Jahr stattgefunden haben.",
                            "The visit must have taken place within the last year."),
                    "visitedOn");
        }
        String step = optional(nextStep, "nextStep", MAXIMUM_NEXT_STEP);
        if (nextStepOn != null && (nextStepOn.isBefore(visitedOn) || nextStepOn.isAfter(today.plusYears(2)))) {
            throw dueDay("nextStepOn");
        }
        VisitReport checked = new VisitReport(
                visitedOn, checkedParticipants(), checkedTopics(), checkedCommitments(today), mood, step, nextStepOn);
        if (checked.topics.isEmpty() && checked.commitments.isEmpty() && step == null) {
            // A visit of which nothing is told helps nobody; one line is enough.
            throw InvalidInputException.missing("topics");
        }
        return checked;
    }

    private List<Participant> checkedParticipants() {
        List<Participant> checked = new ArrayList<>();
        for (int i = 0; i < limited(participants, "participants").size(); i++) {
            Participant participant = participants.get(i);
            String name = optional(participant.name(), "participants[" + i + "].name", MAXIMUM_NAME);
            if (name != null) {
                checked.add(new Participant(
                        name, participant.role() == null ? ParticipantRole.UNKNOWN : participant.role()));
            }
        }
        return checked;
    }

    private List<String> checkedTopics() {
        List<String> checked = new ArrayList<>();
        for (int i = 0; i < limited(topics, "topics").size(); i++) {
            String topic = optional(topics.get(i), "topics[" + i + "]", MAXIMUM_TOPIC);
            if (topic != null) {
                checked.add(topic);
            }
        }
        return checked;
    }

    private List<Commitment> checkedCommitments(LocalDate today) {
        List<Commitment> checked = new ArrayList<>();
        for (int i = 0; i < limited(commitments, "commitments").size(); i++) {
            Commitment commitment = commitments.get(i);
            String field = "commitments[" + i + "]";
            String text = optional(commitment.text(), field + ".text", MAXIMUM_COMMITMENT);
            if (text == null) {
                continue;
            }
            if (commitment.by() == null) {
                throw InvalidInputException.missing(field + ".by");
            }
            if (commitment.dueOn() == null) {
                throw InvalidInputException.missing(field + ".dueOn");
            }
            if (commitment.dueOn().isBefore(visitedOn) || commitment.dueOn().isAfter(today.plusYears(2))) {
                throw dueDay(field + ".dueOn");
            }
            checked.add(new Commitment(text, commitment.dueOn(), commitment.by()));
        }
        return checked;
    }

    private static InvalidInputException dueDay(String field) {
        return new InvalidInputException(
                "ZURUF-DAY",
                new Bilingual(
                        "Der Tag muss zwischen dem Besuch und zwei Jahren liegen.",
                        "The day must lie between the visit and two years from now."),
                field);
    }

    private static <T> List<T> limited(List<T> entries, String field) {
        if (entries.size() > MAXIMUM_ENTRIES) {
            throw InvalidInputException.tooMany(field, MAXIMUM_ENTRIES);
        }
        return entries;
    }

    private static String optional(String text, String field, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String stripped = text.strip();
        if (stripped.length() > limit) {
            throw InvalidInputException.tooLong(field, limit);
        }
        return stripped;
    }
}
