package de.zuruf.app.mirror;

import de.zuruf.app.people.StaffMember;
import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.ArrangementChanged;
import de.zuruf.crm.spi.CrmChange.ComplaintChanged;
import de.zuruf.crm.spi.CrmChange.ContactChanged;
import de.zuruf.crm.spi.CrmChange.Deleted;
import de.zuruf.crm.spi.CrmChange.EmployeeChanged;
import de.zuruf.crm.spi.CrmChange.InteractionChanged;
import de.zuruf.crm.spi.CrmChange.OrderChanged;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.crm.spi.CrmChange.ProductChanged;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.spi.CrmChange.QuoteChanged;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.PhoneNumber;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Applies one batch of changes within the caller's transaction. Rows that the batch mentions are read with one query
 * for each kind, not one by one. A change that refers to something unknown is a problem of that change only.
 */
class MirrorBatch {
    private final EntityManager em;
    private final Function<String, Optional<String>> toE164;
    private final Map<Class<?>, Map<String, Mirrored>> rows = new HashMap<>();
    /** Numbers by the company's or the contact's own identity; both come from one sequence. */
    private final Map<Long, List<MirroredNumber>> presentNumbers = new HashMap<>();

    /** Lines by the order's identity, in their order. */
    private final Map<Long, List<MirroredOrderLine>> presentLines = new HashMap<>();

    /** What is written as soon as the rows are to which it belongs: numbers and order lines. */
    private final List<Runnable> waiting = new ArrayList<>();

    private final Set<Long> touched = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param accepted number of applied changes
     * @param problems a sentence for each change that was not
     * @param touched  our identities of parties whose orders changed
     */
    record Outcome(int accepted, List<String> problems, Set<Long> touched) {}

    MirrorBatch(EntityManager em, Function<String, Optional<String>> toE164) {
        this.em = em;
        this.toE164 = toE164;
    }

    Outcome apply(List<CrmChange> changes) {
        read(changes);
        var accepted = 0;
        Class<?> kind = null;
        for (var change : changes) {
            // Rows refer to each other by value, so JPA cannot tell which to insert first; the CRM's order can.
            if (change.getClass() != kind) {
                settle();
                kind = change.getClass();
            }
            if (apply(change)) {
                accepted++;
            }
        }
        settle();
        return new Outcome(accepted, List.copyOf(problems), Set.copyOf(touched));
    }

    private void settle() {
        em.flush();
        if (!waiting.isEmpty()) {
            waiting.forEach(Runnable::run);
            waiting.clear();
            em.flush();
        }
    }

    private boolean apply(CrmChange change) {
        if (change instanceof EmployeeChanged c) {
            var known = em.find(StaffMember.class, c.employee().id());
            if (known == null) {
                em.persist(new StaffMember(c.employee()));
            } else {
                known.update(c.employee());
            }
            return true;
        }
        if (change instanceof ProductGroupChanged c) {
            var group = Optional.ofNullable(
                            em.find(MirroredProductGroup.class, c.group().id()))
                    .orElseGet(MirroredProductGroup::new);
            group.name = c.group().name();
            if (group.id == null) {
                group.id = c.group().id();
                em.persist(group);
            }
            return true;
        }
        if (change instanceof ProductChanged c) {
            return product(c);
        }
        if (change instanceof PartyChanged c) {
            var party = row(MirroredParty.class, c.party().id(), MirroredParty::new);
            var fresh = party.name == null;
            var since = party.customerSince;
            var cancelled = party.cancelledOn;
            var potential = party.potential;
            party.update(c.party());
            if (fresh
                    || !Objects.equals(since, party.customerSince)
                    || !Objects.equals(cancelled, party.cancelledOn)
                    || potential == null != (party.potential == null)
                    || potential != null && potential.compareTo(party.potential) != 0) {
                // Value class and phase follow from these, too.
                touched.add(party.id);
            }
            waiting.add(() -> numbers(party.id, null, c.party().numbers()));
            return true;
        }
        if (change instanceof ContactChanged c) {
            return party("Kontakt", c.contact().id(), c.contact().partyId())
                    .map(party -> {
                        var contact = row(MirroredContact.class, c.contact().id(), MirroredContact::new);
                        contact.update(c.contact(), party);
                        waiting.add(() -> numbers(party, contact, c.contact().numbers()));
                        return true;
                    })
                    .orElse(false);
        }
        if (change instanceof OrderChanged c) {
            return party("Auftrag", c.order().id(), c.order().partyId())
                    .map(party -> order(c.order(), party))
                    .orElse(false);
        }
        if (change instanceof QuoteChanged c) {
            var quote = c.quote();
            return party("Angebot", quote.id(), quote.partyId())
                    .map(party -> {
                        var row = row(MirroredQuote.class, quote.id(), MirroredQuote::new);
                        row.partyId = party;
                        row.quotedOn = quote.quotedOn();
                        row.subject = quote.subject();
                        row.amount = quote.amount();
                        row.status = quote.status();
                        return true;
                    })
                    .orElse(false);
        }
        if (change instanceof ComplaintChanged c) {
            var complaint = c.complaint();
            return party("Reklamation", complaint.id(), complaint.partyId())
                    .map(party -> {
                        var row = row(MirroredComplaint.class, complaint.id(), MirroredComplaint::new);
                        row.partyId = party;
                        row.openedOn = complaint.openedOn();
                        row.solvedOn = complaint.solvedOn();
                        row.subject = complaint.subject();
                        return true;
                    })
                    .orElse(false);
        }
        if (change instanceof InteractionChanged c) {
            var interaction = c.interaction();
            return party("Kontaktereignis", interaction.id(), interaction.partyId())
                    .map(party -> {
                        var row = row(MirroredInteraction.class, interaction.id(), MirroredInteraction::new);
                        row.partyId = party;
                        var contact = known(MirroredContact.class, interaction.contactId());
                        row.contactId = contact == null ? null : contact.id;
                        row.employeeId = interaction.employeeId();
                        row.heldOn = interaction.heldOn();
                        row.channel = interaction.channel();
                        row.summary = interaction.summary();
                        return true;
                    })
                    .orElse(false);
        }
        if (change instanceof ArrangementChanged c) {
            var arrangement = c.arrangement();
            return party("Vereinbarung", arrangement.id(), arrangement.partyId())
                    .map(party -> {
                        var row = row(MirroredArrangement.class, arrangement.id(), MirroredArrangement::new);
                        row.partyId = party;
                        row.kind = arrangement.kind();
                        row.text = arrangement.text();
                        row.dueOn = arrangement.dueOn();
                        return true;
                    })
                    .orElse(false);
        }
        return delete((Deleted) change);
    }

    private boolean product(ProductChanged c) {
        if (em.find(MirroredProductGroup.class, c.product().groupId()) == null) {
            problems.add("Artikel " + c.product().id() + ": Die Warengruppe "
                    + c.product().groupId() + " ist nicht bekannt.");
            return false;
        }
        var product = Optional.ofNullable(
                        em.find(MirroredProduct.class, c.product().id()))
                .orElseGet(MirroredProduct::new);
        product.name = c.product().name();
        product.groupId = c.product().groupId();
        product.orderable = c.product().orderable();
        if (product.id == null) {
            product.id = c.product().id();
            em.persist(product);
        }
        return true;
    }

    private boolean order(Order order, Long party) {
        var row = row(MirroredOrder.class, order.id(), MirroredOrder::new);
        if (row.partyId != null) {
            touched.add(row.partyId);
        }
        row.partyId = party;
        row.orderedOn = order.orderedOn();
        row.status = order.status();
        row.amount = order.amount();
        row.margin = order.margin();
        waiting.add(() -> lines(row.id, order.lines()));
        touched.add(party);
        return true;
    }

    private void lines(Long orderId, List<OrderLine> lines) {
        var present = presentLines.computeIfAbsent(orderId, id -> new ArrayList<>());
        for (var i = 0; i < lines.size(); i++) {
            MirroredOrderLine row;
            if (i < present.size()) {
                row = present.get(i);
            } else {
                row = new MirroredOrderLine();
                row.orderId = orderId;
                row.line = i;
                present.add(row);
            }
            var line = lines.get(i);
            row.productId = line.productId();
            row.quantity = line.quantity();
            row.amount = line.amount();
            row.margin = line.margin();
            if (!em.contains(row)) {
                em.persist(row);
            }
        }
        while (present.size() > lines.size()) {
            em.remove(present.remove(present.size() - 1));
        }
    }

    private void numbers(Long party, MirroredContact contact, List<PhoneNumber> numbers) {
        var present = presentNumbers.computeIfAbsent(contact == null ? party : contact.id, id -> new ArrayList<>());
        var stale = new ArrayList<>(present);
        for (var number : numbers) {
            var e164 = toE164.apply(number.raw());
            if (e164.isEmpty()) {
                problems.add((contact == null ? "Firma " : "Kontakt ")
                        + (contact == null ? em.find(MirroredParty.class, party).externalId : contact.externalId)
                        + ": Eine Telefonnummer ist keine gültige Rufnummer und wurde ausgelassen.");
                continue;
            }
            var row = present.stream()
                    .filter(n -> n.e164.equals(e164.get()))
                    .findFirst()
                    .orElse(null);
            if (row == null) {
                row = new MirroredNumber();
                row.e164 = e164.get();
                row.partyId = party;
                row.contactId = contact == null ? null : contact.id;
                row.kind = number.kind();
                em.persist(row);
                present.add(row);
            } else {
                stale.remove(row);
                row.partyId = party;
                row.kind = number.kind();
            }
        }
        stale.forEach(em::remove);
        present.removeAll(stale);
    }

    private boolean delete(Deleted deleted) {
        Object row = switch (deleted.kind()) {
            case EMPLOYEE -> em.find(StaffMember.class, deleted.id());
            case PRODUCT_GROUP -> em.find(MirroredProductGroup.class, deleted.id());
            case PRODUCT -> em.find(MirroredProduct.class, deleted.id());
            default -> known(type(deleted.kind()), deleted.id());
        };
        if (row == null) {
            return true; // Gone already: the wish is fulfilled.
        }
        if (row instanceof MirroredOrder order) {
            touched.add(order.partyId);
        }
        if (row instanceof MirroredParty party && inUse(party)) {
            // Our own handoffs and reports still speak of it; without numbers it no longer answers for a caller.
            em.createQuery("delete from MirroredNumber n where n.partyId = ?1")
                    .setParameter(1, party.id)
                    .executeUpdate();
            return true;
        }
        if (row instanceof Mirrored mirrored) {
            rows.get(row.getClass()).remove(mirrored.externalId);
        }
        em.remove(row);
        return true;
    }

    private boolean inUse(MirroredParty party) {
        return em.createQuery("select count(h) from SentHandoff h where h.partyId = ?1", Long.class)
                        .setParameter(1, party.id)
                        .getSingleResult()
                > 0;
    }

    private static Class<? extends Mirrored> type(CrmChange.Kind kind) {
        return switch (kind) {
            case PARTY -> MirroredParty.class;
            case CONTACT -> MirroredContact.class;
            case ORDER -> MirroredOrder.class;
            case QUOTE -> MirroredQuote.class;
            case COMPLAINT -> MirroredComplaint.class;
            case INTERACTION -> MirroredInteraction.class;
            case ARRANGEMENT -> MirroredArrangement.class;
            case EMPLOYEE, PRODUCT_GROUP, PRODUCT -> throw new IllegalArgumentException(kind.name());
        };
    }

    private Optional<Long> party(String what, String id, String partyId) {
        var party = known(MirroredParty.class, partyId);
        if (party == null) {
            problems.add(what + " " + id + ": Die Firma " + partyId + " ist nicht bekannt.");
            return Optional.empty();
        }
        return Optional.of(party.id);
    }

    private <T extends Mirrored> T known(Class<T> type, String externalId) {
        return externalId == null
                ? null
                : type.cast(rows.getOrDefault(type, Map.of()).get(externalId));
    }

    private <T extends Mirrored> T row(Class<T> type, String externalId, Supplier<T> fresh) {
        var row = known(type, externalId);
        if (row == null) {
            row = fresh.get();
            row.externalId = externalId;
            em.persist(row);
            rows.computeIfAbsent(type, t -> new HashMap<>()).put(externalId, row);
        }
        return row;
    }

    private void read(List<CrmChange> changes) {
        var wanted = new HashMap<Class<? extends Mirrored>, Set<String>>();
        for (var change : changes) {
            mentioned(change, (type, id) -> {
                if (id != null) {
                    wanted.computeIfAbsent(type, t -> new HashSet<>()).add(id);
                }
            });
        }
        wanted.forEach((type, ids) -> {
            var found = new HashMap<String, Mirrored>();
            em.createQuery("select r from " + type.getSimpleName() + " r where r.externalId in ?1", type)
                    .setParameter(1, ids)
                    .getResultStream()
                    .forEach(row -> found.put(row.externalId, row));
            rows.put(type, found);
        });
        var orders = rows.getOrDefault(MirroredOrder.class, Map.of()).values().stream()
                .map(r -> r.id)
                .toList();
        if (!orders.isEmpty()) {
            em.createQuery(
                            "select l from MirroredOrderLine l where l.orderId in ?1 order by l.orderId, l.line",
                            MirroredOrderLine.class)
                    .setParameter(1, orders)
                    .getResultStream()
                    .forEach(l -> presentLines
                            .computeIfAbsent(l.orderId, id -> new ArrayList<>())
                            .add(l));
        }
        numbersOf(MirroredParty.class, "n.contactId is null and n.partyId", n -> n.partyId);
        numbersOf(MirroredContact.class, "n.contactId", n -> n.contactId);
    }

    private void numbersOf(Class<? extends Mirrored> type, String key, Function<MirroredNumber, Long> whose) {
        var ids = rows.getOrDefault(type, Map.of()).values().stream()
                .map(r -> r.id)
                .toList();
        if (!ids.isEmpty()) {
            em.createQuery("select n from MirroredNumber n where " + key + " in ?1", MirroredNumber.class)
                    .setParameter(1, ids)
                    .getResultStream()
                    .forEach(n -> presentNumbers
                            .computeIfAbsent(whose.apply(n), id -> new ArrayList<>())
                            .add(n));
        }
    }

    private interface Mention {
        void of(Class<? extends Mirrored> type, String externalId);
    }

    private static void mentioned(CrmChange change, Mention mention) {
        if (change instanceof PartyChanged c) {
            mention.of(MirroredParty.class, c.party().id());
        } else if (change instanceof ContactChanged c) {
            mention.of(MirroredContact.class, c.contact().id());
            mention.of(MirroredParty.class, c.contact().partyId());
        } else if (change instanceof OrderChanged c) {
            mention.of(MirroredOrder.class, c.order().id());
            mention.of(MirroredParty.class, c.order().partyId());
        } else if (change instanceof QuoteChanged c) {
            mention.of(MirroredQuote.class, c.quote().id());
            mention.of(MirroredParty.class, c.quote().partyId());
        } else if (change instanceof ComplaintChanged c) {
            mention.of(MirroredComplaint.class, c.complaint().id());
            mention.of(MirroredParty.class, c.complaint().partyId());
        } else if (change instanceof InteractionChanged c) {
            mention.of(MirroredInteraction.class, c.interaction().id());
            mention.of(MirroredParty.class, c.interaction().partyId());
            mention.of(MirroredContact.class, c.interaction().contactId());
        } else if (change instanceof ArrangementChanged c) {
            mention.of(MirroredArrangement.class, c.arrangement().id());
            mention.of(MirroredParty.class, c.arrangement().partyId());
        } else if (change instanceof Deleted d) {
            switch (d.kind()) {
                case EMPLOYEE, PRODUCT_GROUP, PRODUCT -> {}
                default -> mention.of(type(d.kind()), d.id());
            }
        }
    }
}
