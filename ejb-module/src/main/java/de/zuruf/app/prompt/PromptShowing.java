package de.zuruf.app.prompt;

import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.DeclineReason;
import de.zuruf.prompt.Occasion;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** A prompt as it was shown in a call, word for word. */
@Entity
@Table(name = "prompt_showing")
class PromptShowing {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    @Column(name = "call_id")
    long callId;

    @Column(name = "party_id")
    Long partyId;

    @Enumerated(EnumType.STRING)
    Occasion occasion;

    @Column(name = "rule_id")
    String ruleId;

    @Column(name = "rule_version")
    int ruleVersion;

    boolean selling;
    int place;

    @Enumerated(EnumType.STRING)
    @Column(name = "value_class")
    ValueClass valueClass;

    @Enumerated(EnumType.STRING)
    LifecyclePhase phase;

    @Column(name = "title_de")
    String titleDe;

    @Column(name = "title_en")
    String titleEn;

    @Column(name = "text_de")
    String textDe;

    @Column(name = "text_en")
    String textEn;

    @Column(name = "reason_de")
    String reasonDe;

    @Column(name = "reason_en")
    String reasonEn;

    /** One question a line. */
    @Column(name = "questions_de")
    String questionsDe;

    @Column(name = "questions_en")
    String questionsEn;

    @Column(name = "shown_at")
    Instant shownAt;

    /** Set when another customer was chosen for the call, so that the prompt left the screen. */
    @Column(name = "withdrawn_at")
    Instant withdrawnAt;

    @Enumerated(EnumType.STRING)
    AnswerKind answer;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_reason")
    DeclineReason declineReason;

    @Column(name = "later_on")
    LocalDate laterOn;

    @Column(name = "answered_at")
    Instant answeredAt;

    @Column(name = "answered_by")
    String answeredBy;

    @Version
    int version;
}
