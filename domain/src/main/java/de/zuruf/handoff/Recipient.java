package de.zuruf.handoff;

import de.zuruf.customer.Employee;
import de.zuruf.customer.StandIn;
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
        if (ownerId == null) {
            return nobody("Der Kunde hat keinen zuständigen Außendienst.", "The customer has no owner in field sales.");
        }
        Employee owner = employees.apply(ownerId);
        if (owner == null) {
            return nobody(
                    "Der zuständige Außendienst ist nicht mehr bekannt.", "The customer's owner is no longer known.");
        }
        StandIn standIn = StandIn.of(owner, employees);
        if (standIn.away().isEmpty()) {
            return found(owner, owner.name() + " ist für den Kunden zuständig", owner.name() + " owns the customer");
        }
        Employee lastAway = standIn.away().get(standIn.away().size() - 1);
        return standIn.acting()
                .map(deputy -> standIn(owner, lastAway, deputy))
                .orElseGet(() -> nobody(
                        owner.name() + " ist abwesend, eine anwesende Vertretung gibt es nicht.",
                        owner.name() + " is away and there is no deputy at work."));
    }

    private static Recipient standIn(Employee owner, Employee absent, Employee deputy) {
        if (absent == owner) {
            return found(
                    deputy,
                    owner.name() + " ist abwesend, " + deputy.name() + " vertritt",
                    owner.name() + " is away, " + deputy.name() + " stands in");
        }
        return found(
                deputy,
                owner.name() + " und " + absent.name() + " sind abwesend, " + deputy.name() + " vertritt",
                owner.name() + " and " + absent.name() + " are away, " + deputy.name() + " stands in");
    }

    private static Recipient found(Employee employee, String de, String en) {
        return new Recipient(Optional.of(employee), new Bilingual(de, en));
    }

    private static Recipient nobody(String de, String en) {
        return new Recipient(Optional.empty(), new Bilingual(de, en));
    }
}
