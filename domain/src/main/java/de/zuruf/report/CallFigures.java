package de.zuruf.report;

import java.time.Duration;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Counts of calls. {@code offered} is the sum of {@code answered}, {@code abandoned}, {@code shortAbandons}, {@code missed}
 * and {@code unknown}.
 *
 * @param offered        all calls
 * @param answered       answered by somebody
 * @param answeredInTime of these, within the threshold
 * @param abandoned      hung up by the caller later than the short-abandon threshold
 * @param shortAbandons  hung up by the caller sooner
 * @param missed         busy or rung out
 * @param unknown        not answered as far as we saw, end not observed
 * @param answerMillis   sum of the waiting times of answered calls
 */
public record CallFigures(
        int offered,
        int answered,
        int answeredInTime,
        int abandoned,
        int shortAbandons,
        int missed,
        int unknown,
        long answerMillis) {

    /** No calls. */
    public static final CallFigures NONE = new CallFigures(0, 0, 0, 0, 0, 0, 0, 0);

    /** {@return the figures of these calls} */
    public static CallFigures of(Collection<CallSample> calls, ServiceLevelRule rule) {
        CallFigures sum = NONE;
        for (CallSample call : calls) {
            sum = sum.plus(of(call, rule));
        }
        return sum;
    }

    private static CallFigures of(CallSample call, ServiceLevelRule rule) {
        if (call.answeredAt() != null) {
            // The clock of the connector may be set back between two events.
            long waited = Math.max(
                    0, Duration.between(call.startedAt(), call.answeredAt()).toMillis());
            int inTime = waited <= rule.thresholdSeconds() * 1000L ? 1 : 0;
            return new CallFigures(1, 1, inTime, 0, 0, 0, 0, waited);
        }
        return switch (call.cause()) {
            case ABANDONED ->
                Duration.between(call.startedAt(), call.endedAt()).toMillis() <= rule.shortAbandonSeconds() * 1000L
                        ? new CallFigures(1, 0, 0, 0, 1, 0, 0, 0)
                        : new CallFigures(1, 0, 0, 1, 0, 0, 0, 0);
            case BUSY, NO_ANSWER -> new CallFigures(1, 0, 0, 0, 0, 1, 0, 0);
            // Answered, it is said, but nobody was seen to answer: events were lost.
            case ANSWERED, UNKNOWN -> new CallFigures(1, 0, 0, 0, 0, 0, 1, 0);
        };
    }

    /** {@return the sum of both} */
    public CallFigures plus(CallFigures other) {
        return new CallFigures(
                offered + other.offered,
                answered + other.answered,
                answeredInTime + other.answeredInTime,
                abandoned + other.abandoned,
                shortAbandons + other.shortAbandons,
                missed + other.missed,
                unknown + other.unknown,
                answerMillis + other.answerMillis);
    }

    /** {@return the service level, 0 to 1; empty when no call counts} */
    public OptionalDouble serviceLevel(ServiceLevelRule rule) {
        int below = answered + abandoned + (rule.missedCount() ? missed : 0);
        return below == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) answeredInTime / below);
    }

    /** {@return the average seconds until answer; empty when none was answered} */
    public OptionalDouble averageSpeedOfAnswer() {
        return answered == 0 ? OptionalDouble.empty() : OptionalDouble.of(answerMillis / 1000.0 / answered);
    }
}
