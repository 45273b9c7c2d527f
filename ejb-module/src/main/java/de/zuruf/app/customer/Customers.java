package de.zuruf.app.customer;

import de.zuruf.app.mirror.SearchName;
import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.people.Roles;
import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;

/** Finding customers and reading their pages. */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR, Roles.ADMIN})
public class Customers {
    private static final int LONGEST_QUERY = 100;
    private static final int MOST_HITS = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CustomerReader reader;

    @Inject
    private CustomerPages pages;

    @Inject
    private TelephoneNumbers numbers;

    /** A customer, or one of its people, that was found. */
    public record Hit(
            long partyId,
            Long contactId,
            String company,
            String city,
            String contact,
            String number,
            String owner,
            ValueClass valueClass,
            LifecyclePhase phase) {}

    /**
     * Finds by beginning of words of company, city and contact, by postcode, CRM id or telephone number.
     *
     * @param query at least 2 and at most 100 characters
     * @param limit at most 50
     */
    public List<Hit> search(String query, int limit) {
        if (query == null || query.strip().length() < 2 || query.length() > LONGEST_QUERY) {
            throw new InvalidInputException(
                    "ZURUF-QUERY",
                    new Bilingual("Bitte mindestens zwei Zeichen eingeben.", "Please enter at least two characters."),
                    "q");
        }
        if (limit < 1) {
            throw InvalidInputException.noLimit("limit");
        }
        var most = Math.min(limit, MOST_HITS);
        var hits = new LinkedHashMap<String, Hit>();
        var number = numbers.toE164(query);
        if (number.isPresent()) {
            add(hits, most, "n.e164 = :q", number.get(), true);
            if (hits.isEmpty()) {
                // An unknown extension still leads to its company.
                for (var cut = 1; cut <= 5 && hits.isEmpty() && number.get().length() - cut > 7; cut++) {
                    var head = number.get().substring(0, number.get().length() - cut);
                    add(hits, most, "n.kind = de.zuruf.customer.NumberKind.HEAD and n.e164 = :q", head, true);
                }
            }
        }
        var text = query.strip();
        add(hits, most, "p.externalId = :q", text, false);
        add(hits, most, "p.postcode = :q", text, false);
        var name = SearchName.of(text);
        if (!name.isEmpty()) {
            add(hits, most, "p.searchName like concat(:q, '%')", name, false);
            add(hits, most, "c.searchName like concat(:q, '%')", name, false);
            add(hits, most, "p.searchName like concat('% ', :q, '%')", name, false);
            add(hits, most, "c.searchName like concat('% ', :q, '%')", name, false);
        }
        return List.copyOf(hits.values());
    }

    private void add(LinkedHashMap<String, Hit> hits, int most, String where, String value, boolean byNumber) {
        if (hits.size() >= most) {
            return;
        }
        var ofContact = byNumber || where.startsWith("c.");
        // From the number outwards: EclipseLink takes an inner join out of the chain, and no later one may refer to it.
        var from = byNumber
                ? "MirroredNumber n left join MirroredParty p on p.id = n.partyId left join MirroredContact c on c.id ="
                        + " n.contactId"
                : ofContact ? "MirroredParty p join MirroredContact c on c.partyId = p.id" : "MirroredParty p";
        em.createQuery(
                        "select p.id, p.name, p.city, s.name, f.valueClass, f.phase, "
                                + (ofContact ? "c.id, c.name" : "p.id, p.name") + " from " + from
                                + " left join StaffMember s on s.id = p.ownerId left join FiguresRow f on f.partyId ="
                                + " p.id where " + where + " order by p.name, p.id",
                        Object[].class)
                .setParameter("q", value)
                .setMaxResults(most - hits.size())
                .getResultStream()
                .forEach(row -> {
                    var person = ofContact ? (Long) row[6] : null;
                    hits.putIfAbsent(
                            row[0] + "/" + person,
                            new Hit(
                                    (Long) row[0],
                                    person,
                                    (String) row[1],
                                    (String) row[2],
                                    person == null ? null : (String) row[7],
                                    byNumber ? numbers.display(value) : null,
                                    (String) row[3],
                                    (ValueClass) row[4],
                                    (LifecyclePhase) row[5]));
                });
    }

    /** {@return the card of a customer outside a call} */
    public CustomerCard card(long partyId, Long contactId) {
        return reader.read(partyId, contactId).map(ComposedCustomer::card).orElseThrow(Customers::notFound);
    }

    /** {@return the page of a customer} */
    public CustomerPage page(long partyId) {
        return pages.read(partyId).orElseThrow(Customers::notFound);
    }

    private static NotFoundException notFound() {
        return new NotFoundException(
                "ZURUF-CUSTOMER", new Bilingual("Diesen Kunden gibt es nicht.", "There is no such customer."));
    }
}
