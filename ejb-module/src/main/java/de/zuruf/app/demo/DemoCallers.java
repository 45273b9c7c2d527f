package de.zuruf.app.demo;

import de.zuruf.app.customer.CustomerReader;
import de.zuruf.app.mirror.MirrorSynchronised;
import de.zuruf.app.mirror.SearchName;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.prompt.RulesInForce;
import de.zuruf.prompt.Occasion;
import de.zuruf.prompt.SelectedPrompt;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/** Whom one could let call: customers with the occasion that the call would show, read once after each load. */
@Singleton
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DemoCallers {
    private static final int READ = 400;
    private static final int FOUND = 40;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CustomerReader customers;

    @Inject
    private RulesInForce rules;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private Clock clock;

    private volatile List<DemoCaller> known = List.of();
    private volatile LocalDate readOn;

    /** {@code occasion} is null for a customer without; {@code kind} is CUSTOMER, UNKNOWN or ANONYMOUS. */
    public record DemoCaller(
            String kind, String number, String display, String name, String company, Occasion occasion) {}

    /** Reads anew after a load. */
    public void loaded(@Observes MirrorSynchronised synchronised) {
        if (synchronised.changes() > 0) {
            readOn = null;
        }
    }

    /** {@return those that match, an unknown and an anonymous caller at the end} */
    public List<DemoCaller> find(String query) {
        if (!LocalDate.now(clock).equals(readOn)) {
            known = read();
            readOn = LocalDate.now(clock);
        }
        var wanted = query == null ? "" : SearchName.of(query);
        var digits = query == null ? "" : query.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
        var found = new ArrayList<>(known.stream()
                .filter(c -> wanted.isEmpty()
                        || SearchName.of(c.company + " " + c.name).contains(wanted)
                        || digits.length() > 2 && c.number.contains(digits))
                .limit(FOUND)
                .toList());
        found.add(new DemoCaller("UNKNOWN", "+498999998799", numbers.display("+498999998799"), null, null, null));
        found.add(new DemoCaller("ANONYMOUS", null, null, null, null, null));
        return found;
    }

    private List<DemoCaller> read() {
        var callers = new ArrayList<DemoCaller>();
        var rows = em.createQuery(
                        "select n.e164, n.partyId, n.contactId, p.name, c.name from MirroredNumber n join MirroredParty p"
                                + " on p.id = n.partyId left join MirroredContact c on c.id = n.contactId where"
                                + " n.kind <> de.zuruf.customer.NumberKind.HEAD order by n.partyId, n.id",
                        Object[].class)
                .setMaxResults(READ * 4)
                .getResultList();
        Object last = null;
        for (var row : rows) {
            if (row[1].equals(last) || callers.size() >= READ) {
                continue;
            }
            last = row[1];
            callers.add(new DemoCaller(
                    "CUSTOMER",
                    (String) row[0],
                    numbers.display((String) row[0]),
                    (String) row[4],
                    (String) row[3],
                    occasion((Long) row[1], (Long) row[2])));
        }
        callers.sort(
                Comparator.comparing((DemoCaller c) -> c.occasion == null ? Integer.MAX_VALUE : c.occasion.ordinal())
                        .thenComparing(DemoCaller::company));
        return interleaved(callers);
    }

    /** One of each occasion first, then the next of each, so that a short list shows the whole range. */
    private static List<DemoCaller> interleaved(List<DemoCaller> sorted) {
        var seen = new HashMap<Occasion, Integer>();
        record Placed(DemoCaller caller, int round) {}
        return sorted.stream()
                .map(c ->
                        new Placed(c, c.occasion == null ? Integer.MAX_VALUE : seen.merge(c.occasion, 1, Integer::sum)))
                .sorted(Comparator.comparingInt(Placed::round))
                .map(Placed::caller)
                .toList();
    }

    private Occasion occasion(long partyId, Long contactId) {
        return customers
                .read(partyId, contactId)
                .map(c -> rules.book().evaluate(c.facts(), LocalDate.now(clock)).shown())
                .flatMap(shown -> shown.stream().map(SelectedPrompt::occasion).findFirst())
                .orElse(null);
    }
}
