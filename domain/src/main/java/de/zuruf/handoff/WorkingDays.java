package de.zuruf.handoff;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Monday to Friday without the holidays of all of Germany, and the due dates that follow from them. */
public final class WorkingDays {

    private static final Set<MonthDay> FIXED =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(10, 3), MonthDay.of(12, 25), MonthDay.of(12, 26));

    /** Good Friday, Easter Monday, Ascension Day and Whit Monday, in days from Easter Sunday. */
    private static final Set<Long> MOVABLE = Set.of(-2L, 1L, 39L, 50L);

    private static final int NORMAL_DAYS = 10;

    private WorkingDays() {}

    /** {@return whether people work on that day} */
    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !FIXED.contains(MonthDay.from(day))
                && !MOVABLE.contains(ChronoUnit.DAYS.between(easter(day.getYear()), day));
    }

    /** {@return the day itself or, if nobody works, the next working day} */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** {@return the {@code count}-th working day after the day; the day itself for 0} */
    public static LocalDate after(LocalDate day, int count) {
        LocalDate next = day;
        for (int i = 0; i < count; i++) {
            next = onOrAfter(next.plusDays(1));
        }
        return next;
    }

    /**
     * {@return the due day to propose: today or the next working day; the last working day of this week or, from
     * Friday on, of the next; or ten working days ahead}
     */
    public static LocalDate dueOn(Urgency urgency, LocalDate today) {
        return switch (urgency) {
            case TODAY -> onOrAfter(today);
            case THIS_WEEK -> lastOfWeek(today);
            case NORMAL -> after(today, NORMAL_DAYS);
        };
    }

    private static LocalDate lastOfWeek(LocalDate today) {
        LocalDate friday = today.with(DayOfWeek.FRIDAY);
        if (!today.isBefore(friday)) {
            friday = friday.plusWeeks(1);
        }
        LocalDate last = friday;
        while (last.isAfter(today) && !isWorkingDay(last)) {
            last = last.minusDays(1);
        }
        return last.isAfter(today) ? last : onOrAfter(friday);
    }

    /** Gregorian Easter Sunday by the method of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
