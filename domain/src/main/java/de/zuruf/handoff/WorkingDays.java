package de.zuruf.handoff;

import java.time.LocalDate;

/** Monday to Friday without the holidays of all of Germany, and the due dates that follow from them. */
public final class WorkingDays {

    private WorkingDays() {}

    /** {@return whether people work on that day} */
    public static boolean isWorkingDay(LocalDate day) {
        throw new UnsupportedOperationException("" + day);
    }

    /** {@return the day itself or, if nobody works, the next working day} */
    public static LocalDate onOrAfter(LocalDate day) {
        throw new UnsupportedOperationException("" + day);
    }

    /** {@return the {@code count}-th working day after the day} */
    public static LocalDate after(LocalDate day, int count) {
        throw new UnsupportedOperationException("" + day + count);
    }

    /**
     * {@return the due day to propose: today or the next working day; the last working day of this week or, from
     * Friday on, of the next; or ten working days ahead}
     */
    public static LocalDate dueOn(Urgency urgency, LocalDate today) {
        throw new UnsupportedOperationException("" + urgency + today);
    }
}
