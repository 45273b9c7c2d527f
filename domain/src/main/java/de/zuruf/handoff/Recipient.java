package de.zuruf.handoff;

import de.zuruf.customer.Employee;
import de.zuruf.wording.Bilingual;
import java.util.Optional;
import java.util.function.Function;

/**
 * To whom a handoff should go.
 *
 * @param employee empty when nobody can be proposed
 * @param because  one sentence
 */
public record Recipient(Optional<Employee> employee, Bilingual because) {

    /**
     * Follows from the owner to his deputy and the deputy's deputy until somebody is there.
     *
     * @param ownerId   the customer's owner; null when nobody is
     * @param employees employee by id; null for one who is unknown
     */
    public static Recipient of(String ownerId, Function<String, Employee> employees) {
        throw new UnsupportedOperationException();
    }
}
