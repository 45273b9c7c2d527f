package de.zuruf.segment.lifecycle;

import static de.zuruf.segment.LifecyclePhase.AT_RISK;
import static de.zuruf.segment.LifecyclePhase.DEVELOPING;
import static de.zuruf.segment.LifecyclePhase.LEAD;
import static de.zuruf.segment.LifecyclePhase.LOST;
import static de.zuruf.segment.LifecyclePhase.NEW;
import static de.zuruf.segment.LifecyclePhase.REGAINED;
import static de.zuruf.segment.LifecyclePhase.REGULAR;

import de.zuruf.segment.LifecyclePhase;
import java.util.EnumSet;
import java.util.Set;

/** What leads from one phase to another. The constants together are the table of the transitions that are allowed. */
public enum LifecycleTrigger {
    /** First judgement of a customer: nothing is known of the time before. */
    START(EnumSet.noneOf(LifecyclePhase.class), EnumSet.allOf(LifecyclePhase.class)),
    /** The first order. */
    FIRST_ORDER(EnumSet.of(LEAD), EnumSet.of(NEW)),
    /** Time has passed and orders have come: new becomes known, regained becomes normal again. */
    ESTABLISHED(EnumSet.of(NEW, DEVELOPING, REGAINED), EnumSet.of(DEVELOPING, REGULAR)),
    /** Unusual silence, an improbable customer, or revenue that broke down. */
    RISK(EnumSet.of(NEW, DEVELOPING, REGULAR, REGAINED), EnumSet.of(AT_RISK)),
    /** He orders again, or the figures have clearly recovered. */
    RECOVERED(EnumSet.of(AT_RISK), EnumSet.of(DEVELOPING, REGULAR, REGAINED)),
    /** Silent for too long. */
    SILENCE(EnumSet.of(NEW, DEVELOPING, REGULAR, AT_RISK, REGAINED), EnumSet.of(LOST)),
    /** He gave notice. */
    NOTICE(EnumSet.of(LEAD, NEW, DEVELOPING, REGULAR, AT_RISK, REGAINED), EnumSet.of(LOST)),
    /** One who was lost orders. */
    RETURN(EnumSet.of(LOST), EnumSet.of(REGAINED)),
    /** What the CRM told before was wrong or incomplete: orders came late or were taken back, a notice was withdrawn. */
    CORRECTION(EnumSet.allOf(LifecyclePhase.class), EnumSet.allOf(LifecyclePhase.class)),
    /** A person overrules the judgement for a time. */
    OVERRIDE_SET(EnumSet.allOf(LifecyclePhase.class), EnumSet.allOf(LifecyclePhase.class)),
    /** The time of an overruling is over. */
    OVERRIDE_EXPIRED(EnumSet.allOf(LifecyclePhase.class), EnumSet.allOf(LifecyclePhase.class)),
    /** A person takes an overruling back. */
    OVERRIDE_LIFTED(EnumSet.allOf(LifecyclePhase.class), EnumSet.allOf(LifecyclePhase.class));

    private final Set<LifecyclePhase> from;
    private final Set<LifecyclePhase> to;

    LifecycleTrigger(Set<LifecyclePhase> from, Set<LifecyclePhase> to) {
        this.from = from;
        this.to = to;
    }

    /**
     * {@return whether this leads from one phase to another} A phase leads to itself only where a person begins or ends to overrule.
     *
     * @param before null at the start
     */
    public boolean allows(LifecyclePhase before, LifecyclePhase after) {
        if (this == START) {
            return before == null && after != null;
        }
        return from.contains(before) && to.contains(after) && (byPerson() || before != after);
    }

    /** {@return whether it is about a person's overruling, not about the judgement} */
    public boolean byPerson() {
        return this == OVERRIDE_SET || this == OVERRIDE_EXPIRED || this == OVERRIDE_LIFTED;
    }
}
