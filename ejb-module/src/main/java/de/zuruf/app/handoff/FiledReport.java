package de.zuruf.app.handoff;

import de.zuruf.visit.Commitment;
import de.zuruf.visit.Mood;
import de.zuruf.visit.Participant;
import de.zuruf.visit.ParticipantRole;
import de.zuruf.visit.Side;
import de.zuruf.visit.VisitReport;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A visit report as it is stored. */
@Entity
@Table(name = "visit_report")
class FiledReport {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "handoff_id")
    long handoffId;

    @Column(name = "party_id")
    long partyId;

    @Column(name = "author_id")
    String authorId;

    @Column(name = "visited_on")
    LocalDate visitedOn;

    @Enumerated(EnumType.STRING)
    Mood mood;

    @Column(name = "next_step")
    String nextStep;

    @Column(name = "next_step_on")
    LocalDate nextStepOn;

    @Column(name = "filed_at")
    Instant filedAt;

    @ElementCollection
    @CollectionTable(name = "visit_participant", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "place")
    List<Person> participants = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "visit_topic", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "place")
    @Column(name = "text")
    List<String> topics = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "visit_commitment", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "place")
    List<Promise> commitments = new ArrayList<>();

    /** A participant. */
    @Embeddable
    static class Person {
        String name;

        @Enumerated(EnumType.STRING)
        ParticipantRole role;
    }

    /** A commitment. */
    @Embeddable
    static class Promise {
        String text;

        @Column(name = "due_on")
        LocalDate dueOn;

        @Enumerated(EnumType.STRING)
        @Column(name = "made_by")
        Side by;
    }

    void fill(VisitReport report) {
        visitedOn = report.visitedOn();
        mood = report.mood();
        nextStep = report.nextStep();
        nextStepOn = report.nextStepOn();
        topics = new ArrayList<>(report.topics());
        for (var participant : report.participants()) {
            var person = new Person();
            person.name = participant.name();
            person.role = participant.role();
            participants.add(person);
        }
        for (var commitment : report.commitments()) {
            var promise = new Promise();
            promise.text = commitment.text();
            promise.dueOn = commitment.dueOn();
            promise.by = commitment.by();
            commitments.add(promise);
        }
    }

    VisitReport toReport() {
        return new VisitReport(
                visitedOn,
                participants.stream().map(p -> new Participant(p.name, p.role)).toList(),
                topics,
                commitments.stream()
                        .map(c -> new Commitment(c.text, c.dueOn, c.by))
                        .toList(),
                mood,
                nextStep,
                nextStepOn);
    }
}
