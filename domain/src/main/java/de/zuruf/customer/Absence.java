package de.zuruf.customer;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import java.time.LocalDate;

/**
 * Days on which an employee does not work. Why is nobody's business and has no place here.
 *
 * @param employeeId who is away
 * @param from       first day
 * @param to         last day, not before {@code from}
 * @param deputyId   who stands in on these days; null for whom the CRM names
 */
public record Absence(String employeeId, LocalDate from, LocalDate to, String deputyId) {
    /** Longest absence that can be entered, in days. */
    public static final int LONGEST_DAYS = 731;

    /** {@return whether the day is one of them} */
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** {@return whether both are of the same person and share a day} */
    public boolean overlaps(Absence other) {
        return employeeId.equals(other.employeeId) && !from.isAfter(other.to) && !to.isBefore(other.from);
    }

    /**
     * {@return this absence, once it is found to be in order}
     *
     * @param today of whoever enters it; what is over for more than a year cannot be entered
     * @throws InvalidInputException naming the field
     */
    public Absence checked(LocalDate today) {
        if (employeeId == null || employeeId.isBlank()) {
            throw InvalidInputException.missing("employeeId");
        }
        if (from == null) {
            throw InvalidInputException.missing("from");
        }
        if (to == null) {
            throw InvalidInputException.missing("to");
        }
        if (to.isBefore(from)) {
            throw wrong("Der letzte Tag liegt vor dem ersten.", "The last day is before the first.", "to");
        }
        if (from.plusDays(LONGEST_DAYS).isBefore(to)
                || to.isBefore(today.minusYears(1))
                || from.isAfter(today.plusYears(2))) {
            throw wrong(
                    "Die Abwesenheit muss zwischen vor einem und in zwei Jahren liegen und höchstens zwei Jahre dauern.",
                    "The absence must lie between a year ago and two years ahead and last two years at most.",
                    "from");
        }
        if (employeeId.equals(deputyId)) {
            throw wrong("Niemand kann sich selbst vertreten.", "Nobody can stand in for himself.", "deputyId");
        }
        return this;
    }

    private static InvalidInputException wrong(String de, String en, String field) {
        return new InvalidInputException("ZURUF-ABSENCE", new Bilingual(de, en), field);
    }
}
