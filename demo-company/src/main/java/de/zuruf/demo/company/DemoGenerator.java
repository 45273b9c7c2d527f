package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.ArrangementChanged;
import de.zuruf.crm.spi.CrmChange.ComplaintChanged;
import de.zuruf.crm.spi.CrmChange.ContactChanged;
import de.zuruf.crm.spi.CrmChange.EmployeeChanged;
import de.zuruf.crm.spi.CrmChange.InteractionChanged;
import de.zuruf.crm.spi.CrmChange.OrderChanged;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.crm.spi.CrmChange.ProductChanged;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.spi.CrmChange.QuoteChanged;
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Channel;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Quote;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.demo.company.Catalogue.Item;
import de.zuruf.demo.company.Draft.Rank;
import de.zuruf.demo.company.Lines.Area;
import de.zuruf.demo.company.Lines.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Makes up the demo company. The same seed gives the same company. Whoever has no {@link Plot} is kept well away from
 * every occasion's threshold, so that a demonstration shows the intended calls and silence everywhere else.
 */
final class DemoGenerator {
    private static final int DAYS = 1090;
    private static final double[] SEASON = {0.95, 1.0, 1.06, 1.04, 1.0, 1.02, 0.96, 0.92, 1.04, 1.06, 1.05, 0.92};
    private static final int[] CUSTOMERS = {24, 60, 126, 80};
    private static final Industry[] INDUSTRIES = {
        Industry.MASCHINENBAU,
        Industry.METALLVERARBEITUNG,
        Industry.ANLAGENBAU,
        Industry.MASCHINENBAU,
        Industry.ELEKTROHANDWERK,
        Industry.METALLVERARBEITUNG,
        Industry.LEBENSMITTEL,
        Industry.HOLZVERARBEITUNG
    };

    private final LocalDate anchor;
    private final Random random;
    private final Lines lines = new Lines();
    private final Set<String> names = new HashSet<>();
    private final Map<String, Integer> turns = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();
    private final List<Arrangement> arrangements = new ArrayList<>();

    DemoGenerator(long seed, LocalDate anchor) {
        this.random = new Random(seed);
        this.anchor = anchor;
    }

    DemoData generate() {
        cast();
        crowd();
        for (Draft draft : drafts) {
            history(draft);
        }
        return new DemoData(anchor, records(), parts);
    }

    /** {@return the orders and who of the customers has fallen silent; what the others order is undisturbed} */
    OrderTruth truth() {
        generate();
        Map<String, LocalDate> silentSince = new HashMap<>();
        Set<String> others = new HashSet<>();
        for (Draft draft : drafts) {
            if (draft.plot == Plot.RHYTHM
                    || draft.plot == Plot.CHURN
                    || draft.plot == Plot.CANCELLED
                    || draft.plot == Plot.LOST) {
                silentSince.put(draft.id, workday(anchor.minusDays(draft.lastOrderDaysAgo)));
            } else {
                others.add(draft.id);
            }
        }
        return new OrderTruth(anchor, orders, others, silentSince);
    }

    // ---- who there is

    private void cast() {
        List<Area> elsewhere = List.of(Area.HAMBURG, Area.KOELN, Area.FRANKFURT, Area.MUENCHEN);
        for (Plot plot : Plot.values()) {
            int count = switch (plot) {
                case QUOTE, COMPLAINT, CROSS_SELL -> 4;
                case VANISHED_GROUP, COMPLAINT_SOLVED, CANCELLED, LOST, REVIEW -> 2;
                case SHARED_NUMBER -> 0;
                default -> 3;
            };
            for (int i = 0; i < count; i++) {
                // The first two of each are in Berlin, where one field representative can be shown all of them.
                Area area = i < 2 ? Area.BERLIN : elsewhere.get((plot.ordinal() + i) % elsewhere.size());
                Industry industry = plot == Plot.CROSS_SELL
                        ? INDUSTRIES[i % 2]
                        : INDUSTRIES[(plot.ordinal() + i) % INDUSTRIES.length];
                Rank rank = plot == Plot.CROSS_SELL || plot == Plot.LEAD || i % 2 == 1 ? Rank.C : Rank.B;
                if (plot == Plot.WELCOME && i == 1) {
                    rank = Rank.A;
                }
                Draft draft = draft(plot, rank, area, industry);
                direct(draft, i);
            }
        }
        sharedNumbers();
    }

    private void crowd() {
        int[] missing = CUSTOMERS.clone();
        drafts.stream().filter(d -> !d.lead).forEach(d -> missing[d.rank.ordinal()]--);
        int turn = 0;
        for (Rank rank : Rank.values()) {
            for (int i = 0; i < missing[rank.ordinal()]; i++) {
                Area area = Area.values()[turn % Area.values().length];
                draft(null, rank, area, INDUSTRIES[turn * 3 / 2 % INDUSTRIES.length]);
                turn++;
            }
        }
    }

    private void sharedNumbers() {
        String[][] neighbours = {{"Technologiehof Nord", "BERLIN"}, {"Gewerbepark Süd", "MUENCHEN"}};
        for (String[] neighbour : neighbours) {
            Area area = Area.valueOf(neighbour[1]);
            Line shared = lines.forMiddle(area);
            List<Draft> house = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Draft draft = draft(Plot.SHARED_NUMBER, Rank.D, area, INDUSTRIES[i + 4], shared);
                house.add(draft);
            }
            String all = String.join(", ", house.stream().map(d -> d.name).toList());
            for (Draft draft : house) {
                parts.add(new Part(
                        Plot.SHARED_NUMBER,
                        draft.id,
                        draft.name,
                        null,
                        shared.e164("0"),
                        "Auswahl aus drei Firmen im selben Haus (" + neighbour[0] + "): " + all + "."));
            }
        }
    }

    private Draft draft(Plot plot, Rank rank, Area area, Industry industry) {
        Line line = switch (rank) {
            case A -> lines.forLarge(area);
            case B, C -> lines.forMiddle(area);
            case D -> lines.forMicro(area);
        };
        return draft(plot, rank, area, industry, line);
    }

    private Draft draft(Plot plot, Rank rank, Area area, Industry industry, Line line) {
        Draft draft = new Draft("K-%d".formatted(1001 + drafts.size()), plot, rank, area, industry);
        int turn = turns.merge(industry + " " + rank, 1, Integer::sum);
        draft.name = name(draft);
        draft.line = line;
        draft.lead = plot == Plot.LEAD;
        draft.owner = Staff.owner(area, rank == Rank.A);
        draft.insideSales = plot != null && area == Area.BERLIN ? "e-anna" : Staff.insideSales(area, drafts.size());
        draft.assortment = industry.assortment(turn, rank == Rank.A);
        draft.revenue = between(rank.revenueFrom, rank.revenueTo);
        draft.gap = between(rank.gapFrom, rank.gapTo);
        draft.yearlyGrowth = between(-4, 7) / 100.0;
        draft.lastOrderDaysAgo = Math.max(1, (int) (draft.gap * between(8, 70) / 100.0));
        draft.firstOrderDaysAgo = DAYS - between(0, draft.gap);
        if (plot == null && rank != Rank.D && random.nextInt(7) == 0) {
            draft.firstOrderDaysAgo = Math.max(draft.gap * 6 + 40, between(180, 800));
        }
        draft.customerSince = draft.firstOrderDaysAgo < 1000
                ? null
                : anchor.minusDays(draft.firstOrderDaysAgo).minusDays(between(0, 3650));
        draft.lastContactDaysAgo = between(3, rank.contactWithin);
        if (random.nextInt(3) == 0) {
            draft.potential = rounded(draft.revenue * between(105, 130) / 100.0);
        }
        contacts(draft);
        drafts.add(draft);
        return draft;
    }

    private String name(Draft draft) {
        List<String> trades = Words.trades(draft.industry);
        for (int attempt = 0; ; attempt++) {
            String family = pick(Words.FAMILY);
            String trade = pick(trades);
            String form = draft.rank == Rank.D
                    ? random.nextBoolean() ? "e. K." : "GmbH"
                    : draft.rank == Rank.A && random.nextInt(3) == 0 ? "AG" : Words.form(random.nextInt(6));
            String name = switch (random.nextInt(4)) {
                case 0 -> trade + " " + family + " " + form;
                case 1 -> family + " & " + pick(Words.FAMILY) + " " + trade + " " + form;
                case 2 -> family + " " + trade + " " + form;
                default -> family + (draft.rank == Rank.D ? " " : " & Söhne ") + trade + " " + form;
            };
            if (names.add(family + trade) && !name.matches("(\\S+) & \\1 .*") || attempt > 500) {
                return name;
            }
        }
    }

    private void contacts(Draft draft) {
        int count = switch (draft.rank) {
            case A -> between(3, 5);
            case B -> between(2, 3);
            case C -> between(1, 2);
            case D -> 1;
        };
        Set<String> taken = new HashSet<>();
        boolean shared = draft.plot == Plot.SHARED_NUMBER;
        for (int i = 0; i < count; i++) {
            String family = pick(Words.FAMILY);
            String person = pick(Words.GIVEN) + " " + family;
            List<PhoneNumber> numbers = List.of();
            if (draft.line.head() && !shared && (i == 0 || random.nextInt(4) != 0)) {
                String extension = draft.line.extension() == 2
                        ? Integer.toString(between(11, 89))
                        : Integer.toString(between(1, 7));
                if (taken.add(extension)) {
                    numbers = List.of(draft.line.direct(extension, random.nextInt(6)));
                }
            }
            String function = i == 0 ? Words.FUNCTIONS.get(random.nextInt(2)) : pick(Words.FUNCTIONS);
            if (draft.rank == Rank.D) {
                function = "Geschäftsführung";
            }
            String email = random.nextInt(6) == 0
                    ? null
                    : ascii(family) + "@" + ascii(draft.name.split(" ")[0]) + "-" + draft.id.substring(2) + ".example";
            draft.contacts.add(new Contact(
                    "AP-%s-%d".formatted(draft.id.substring(2), i + 1),
                    draft.id,
                    person,
                    function,
                    email,
                    true,
                    numbers));
        }
    }

    // ---- the parts

    private void direct(Draft draft, int i) {
        String see = switch (draft.plot) {
            case WELCOME -> {
                int days = new int[] {6, 9, 14}[i];
                draft.firstOrderDaysAgo = days;
                draft.lastOrderDaysAgo = days;
                draft.lastContactDaysAgo = days + 12;
                draft.potential = i == 1 ? new BigDecimal("280000") : null;
                yield "Erste Bestellung vor %d Tagen, noch nicht begrüßt%s."
                        .formatted(days, i == 1 ? "; möglicher Schlüsselkunde, Potenzial 280.000 €" : "");
            }
            case RHYTHM -> {
                draft.gap = new int[] {21, 28, 35}[i];
                draft.lastOrderDaysAgo = new int[] {39, 55, 68}[i];
                yield "Bestellt sonst etwa alle %d Tage, zuletzt vor %d Tagen."
                        .formatted(draft.gap, draft.lastOrderDaysAgo);
            }
            case VANISHED_GROUP -> {
                draft.gap = 24;
                draft.lastOrderDaysAgo = 11;
                draft.vanishedSince = 4;
                yield "Bestellt im üblichen Takt, aber seit vier Aufträgen ohne %s."
                        .formatted(groupName(draft.industry.core().get(0)));
            }
            case CROSS_SELL -> {
                draft.companionMissing = true;
                yield "Kauft %s wie fast alle %s-Kunden, aber kein %s."
                        .formatted(
                                draft.industry.core().get(0).product().name(),
                                draft.industry.german(),
                                draft.industry.core().get(1).product().name());
            }
            case QUOTE -> {
                int days = new int[] {14, 18, 24, 33}[i];
                BigDecimal amount = new BigDecimal(new int[] {8450, 3920, 14800, 2650}[i]);
                quote(draft, days, Words.QUOTES.get(i + 1), amount, QuoteStatus.OPEN);
                yield "Angebot „%s“ über %s € seit %d Tagen offen."
                        .formatted(Words.QUOTES.get(i + 1), thousands(amount), days);
            }
            case COMPLAINT -> {
                int days = new int[] {4, 8, 12, 6}[i];
                complaint(draft, days, -1, Words.COMPLAINTS.get(i));
                boolean temptation = i == 1;
                if (temptation) {
                    quote(draft, 21, Words.QUOTES.get(0), new BigDecimal(11900), QuoteStatus.OPEN);
                }
                yield "Reklamation „%s“ seit %d Tagen offen; kein Verkaufshinweis%s."
                        .formatted(
                                Words.COMPLAINTS.get(i),
                                days,
                                temptation ? ", obwohl ein Angebot seit 21 Tagen offen ist" : "");
            }
            case COMPLAINT_SOLVED -> {
                int days = new int[] {5, 9}[i];
                complaint(draft, days + 7, days, Words.COMPLAINTS.get(i + 3));
                yield "Reklamation „%s“ vor %d Tagen gelöst.".formatted(Words.COMPLAINTS.get(i + 3), days);
            }
            case CHURN -> {
                draft.gap = 30;
                draft.lastOrderDaysAgo = new int[] {88, 96, 104}[i];
                draft.cancelledOrders = 2;
                complaint(draft, 140, 131, Words.COMPLAINTS.get(2));
                complaint(draft, 110, 96, Words.COMPLAINTS.get(1));
                yield "Sonst alle 30 Tage, seit %d Tagen still; zwei Aufträge storniert, zwei Reklamationen im letzten Halbjahr."
                        .formatted(draft.lastOrderDaysAgo);
            }
            case CANCELLED -> {
                draft.lastOrderDaysAgo = 75 + 10 * i;
                draft.cancelledOn = anchor.minusDays(45 + 10L * i);
                yield "Kündigung vor %d Tagen, seither keine Bestellung.".formatted(45 + 10 * i);
            }
            case LOST -> {
                draft.gap = 30;
                draft.lastOrderDaysAgo = 400 + 25 * i;
                draft.lastContactDaysAgo = 380;
                yield "Seit %d Tagen keine Bestellung, nie gekündigt.".formatted(draft.lastOrderDaysAgo);
            }
            case POTENTIAL -> {
                draft.revenue = between(8_000, 15_000);
                draft.gap = between(38, 50);
                draft.lastOrderDaysAgo = 15;
                draft.potential = new BigDecimal(new int[] {120_000, 90_000, 160_000}[i]);
                yield "Umsatz um %s € im Jahr bei einem geschätzten Bedarf von %s €."
                        .formatted(thousands(rounded(draft.revenue)), thousands(draft.potential));
            }
            case NEED_CHANGE -> {
                draft.gap = Math.min(draft.gap, 30);
                draft.lastOrderDaysAgo = 8;
                draft.latestVolume = 2.2;
                yield "Die letzten drei Aufträge sind gut doppelt so groß wie üblich; %s."
                        .formatted(List.of("neue Halle", "zweite Schicht", "Umzug im Frühjahr")
                                .get(i));
            }
            case CONTACT_CHANGE -> {
                Contact gone = draft.contacts.get(0);
                draft.contacts.set(
                        0,
                        new Contact(
                                gone.id(),
                                gone.partyId(),
                                gone.name(),
                                gone.function(),
                                gone.email(),
                                false,
                                gone.numbers()));
                yield "Unbekannte Durchwahl bei bekannter Firma; %s (%s) ist ausgeschieden."
                        .formatted(gone.name(), gone.function());
            }
            case REFERRAL -> {
                draft.satisfied = true;
                draft.yearlyGrowth = 0.3;
                yield "Zufrieden, keine Reklamation, Umsatz gegenüber dem Vorjahr um rund 30 % gewachsen.";
            }
            case LEAD -> {
                draft.lastContactDaysAgo = new int[] {20, 35, 11}[i];
                draft.customerSince = null;
                draft.potential = i == 0 ? new BigDecimal("150000") : null;
                yield List.of(
                                "Interessent mit geschätztem Bedarf von 150.000 €, noch keine Bestellung.",
                                "Interessent, hat zweimal Unterlagen angefordert, noch keine Bestellung.",
                                "Interessent von der Messe, noch keine Bestellung.")
                        .get(i);
            }
            case SPECIAL_SERVICE -> {
                String text = List.of(
                                "Jede Lieferung bis 7 Uhr an Tor 2, vorher anrufen.",
                                "Zu jedem Auftrag die Sicherheitsdatenblätter beilegen.",
                                "Monatliche Sammelrechnung; Restmengen am Telefon abfragen.")
                        .get(i);
                arrangement(draft, ArrangementKind.SPECIAL_SERVICE, text, null);
                yield "Vereinbart: " + text;
            }
            case VISIT_PROMISE -> {
                int days = new int[] {0, 3, 1}[i];
                String text = List.of(
                                "Muster der neuen Handschuhe bereitlegen.",
                                "Preise für Abrufmengen Kugellager nennen.",
                                "Termin für die Ölanalyse bestätigen.")
                        .get(i);
                arrangement(draft, ArrangementKind.VISIT_PROMISE, text, anchor.minusDays(days));
                yield "Zusage vom letzten Besuch %s fällig: %s"
                        .formatted(days == 0 ? "heute" : days == 1 ? "seit gestern" : "seit " + days + " Tagen", text);
            }
            case CARE -> {
                draft.lastContactDaysAgo = new int[] {190, 230, 260}[i];
                yield "Bestellt regelmäßig, aber seit %d Tagen kein Gespräch.".formatted(draft.lastContactDaysAgo);
            }
            case REVIEW -> {
                int days = new int[] {11, 18}[i];
                arrangement(
                        draft,
                        ArrangementKind.REVIEW,
                        "Jahresgespräch mit Einkauf und Produktionsleitung.",
                        anchor.plusDays(days));
                yield "Jahresgespräch in etwa %d Tagen.".formatted(days);
            }
            case SHARED_NUMBER -> throw new IllegalStateException("these share a number and are cast together");
        };
        boolean unknownCaller = draft.plot == Plot.CONTACT_CHANGE
                || draft.contacts.get(0).numbers().isEmpty();
        String suffix = !draft.line.head()
                ? ""
                : unknownCaller
                        ? (draft.line.extension() == 2 ? "98" : "8")
                        : extensionOf(draft.contacts.get(0), draft.line);
        parts.add(new Part(
                draft.plot,
                draft.id,
                draft.name,
                unknownCaller ? null : draft.contacts.get(0).name(),
                draft.line.e164(suffix),
                see));
    }

    private static String extensionOf(Contact contact, Line line) {
        String digits = contact.numbers().get(0).raw().replaceAll("\\D", "");
        return digits.substring(digits.length() - line.extension());
    }

    // ---- what happened

    private void history(Draft draft) {
        if (!draft.lead) {
            orders(draft);
            pastQuotes(draft);
            pastComplaints(draft);
        }
        interactions(draft);
    }

    private void orders(Draft draft) {
        List<LocalDate> days = new ArrayList<>();
        LocalDate first = anchor.minusDays(draft.firstOrderDaysAgo);
        LocalDate day = workday(anchor.minusDays(draft.lastOrderDaysAgo));
        while (!day.isBefore(workday(first))) {
            days.add(day);
            double factor = 1 + draft.jitter * (2 * random.nextDouble() - 1);
            day = workday(day.minusDays(Math.max(2, Math.round(draft.gap * factor))));
        }
        boolean newcomer = draft.plot == Plot.WELCOME;
        double perOrder = draft.revenue * draft.gap / 365.0;
        List<Item> turning = turning(draft);
        int next = random.nextInt(turning.size());
        for (int i = 0; i < days.size(); i++) {
            LocalDate on = days.get(i);
            double years = (anchor.toEpochDay() - on.toEpochDay()) / 365.0;
            double amount = perOrder
                    * SEASON[on.getMonthValue() - 1]
                    * (0.9 + 0.2 * random.nextDouble())
                    / Math.pow(1 + draft.yearlyGrowth, years)
                    * (i < 3 ? draft.latestVolume : 1);
            List<Item> items = new ArrayList<>();
            if (i >= draft.vanishedSince) {
                items.add(draft.industry.core().get(0));
            }
            if (newcomer) {
                // All three of the core, or the newcomer would lack what his peers buy.
                items.add(draft.industry.core().get(1));
                items.add(draft.industry.core().get(2));
            } else {
                for (int k = 0; k < draft.rank.lines; k++) {
                    items.add(turning.get(next++ % turning.size()));
                }
            }
            // Everything a week old has been delivered.
            OrderStatus status = on.isAfter(anchor.minusDays(7)) ? OrderStatus.OPEN : OrderStatus.DELIVERED;
            orders.add(order(draft, on, status, items, amount));
            if (status == OrderStatus.DELIVERED && random.nextInt(60) == 0) {
                orders.add(returned(draft, workday(on.plusDays(6)), orders.get(orders.size() - 1)));
            }
        }
        for (int i = 0; i < draft.cancelledOrders; i++) {
            LocalDate on = workday(anchor.minusDays(draft.lastOrderDaysAgo - 25L * (i + 1)));
            orders.add(order(
                    draft,
                    on,
                    OrderStatus.CANCELLED,
                    List.of(draft.industry.core().get(0)),
                    perOrder));
        }
        if (draft.customerSince == null) {
            draft.customerSince = days.get(days.size() - 1);
        }
    }

    /** Everything but what is in each order, such that two products of one group are not neighbours. */
    private List<Item> turning(Draft draft) {
        List<Item> items = new ArrayList<>();
        if (!draft.companionMissing) {
            items.add(draft.industry.core().get(1));
        }
        items.addAll(draft.assortment.subList(0, draft.assortment.size() / 2));
        items.add(draft.industry.core().get(2));
        items.addAll(draft.assortment.subList(draft.assortment.size() / 2, draft.assortment.size()));
        return items;
    }

    private Order order(Draft draft, LocalDate on, OrderStatus status, List<Item> items, double amount) {
        List<OrderLine> orderLines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            double share = items.size() == 1 ? 1 : i == 0 ? 0.4 : 0.6 / (items.size() - 1);
            orderLines.add(line(items.get(i), amount * share, draft.rank.discountPercent));
        }
        return new Order("", draft.id, on, status, orderLines);
    }

    private static OrderLine line(Item item, double amount, int discountPercent) {
        double price = item.price() / 100.0 * (100 - discountPercent) / 100.0;
        long quantity = Math.max(1, Math.round(amount / price));
        BigDecimal value = BigDecimal.valueOf(item.price(), 2)
                .multiply(BigDecimal.valueOf(quantity))
                .multiply(BigDecimal.valueOf(100 - discountPercent, 2))
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal margin = value.multiply(BigDecimal.valueOf(item.margin() - discountPercent / 2, 2))
                .setScale(2, RoundingMode.HALF_UP);
        return new OrderLine(item.id(), BigDecimal.valueOf(quantity), value, margin);
    }

    private static Order returned(Draft draft, LocalDate on, Order original) {
        OrderLine line = original.lines().get(original.lines().size() - 1);
        BigDecimal one = line.amount().divide(line.quantity(), 2, RoundingMode.HALF_UP);
        BigDecimal margin = line.margin().divide(line.quantity(), 2, RoundingMode.HALF_UP);
        OrderLine back = new OrderLine(line.productId(), BigDecimal.ONE.negate(), one.negate(), margin.negate());
        return new Order("", draft.id, on, OrderStatus.RETURNED, List.of(back));
    }

    private void pastQuotes(Draft draft) {
        int count = draft.rank == Rank.D ? 0 : random.nextInt(draft.rank == Rank.A ? 6 : 3);
        for (int i = 0; i < count && draft.firstOrderDaysAgo > 200; i++) {
            QuoteStatus status = random.nextInt(3) == 0 ? QuoteStatus.LOST : QuoteStatus.WON;
            BigDecimal amount = rounded(draft.revenue * between(5, 25) / 100.0);
            quote(draft, between(60, draft.firstOrderDaysAgo - 10), pick(Words.QUOTES), amount, status);
        }
        if (draft.plot == null && random.nextInt(10) == 0) {
            // Made so lately that nobody asks about it yet.
            quote(draft, between(1, 3), pick(Words.QUOTES), rounded(draft.revenue * 0.1), QuoteStatus.OPEN);
        }
    }

    private void pastComplaints(Draft draft) {
        boolean untroubled = draft.plot != null && draft.plot != Plot.COMPLAINT;
        if (!untroubled && draft.firstOrderDaysAgo > 500 && random.nextInt(5) == 0) {
            int opened = between(210, draft.firstOrderDaysAgo - 30);
            complaint(draft, opened, opened - between(2, 12), pick(Words.COMPLAINTS));
        }
    }

    private void interactions(Draft draft) {
        int known = draft.lead || draft.plot == Plot.WELCOME ? draft.lastContactDaysAgo + 30 : draft.firstOrderDaysAgo;
        int count = draft.lead || draft.plot == Plot.WELCOME ? 2 : draft.rank.interactions + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            int days = i == 0
                    ? draft.lastContactDaysAgo
                    : between(draft.lastContactDaysAgo + 1, Math.max(draft.lastContactDaysAgo + 2, known));
            Channel channel = switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> Channel.CALL;
                case 4, 5 -> draft.rank == Rank.D ? Channel.CALL : Channel.VISIT;
                case 6, 7 -> Channel.MAIL;
                case 8 -> draft.plot == Plot.CARE ? Channel.MAIL : Channel.SHOP;
                default -> Channel.FAIR;
            };
            String summary = pick(
                    switch (channel) {
                        case CALL -> Words.CALLS;
                        case VISIT -> Words.VISITS;
                        case MAIL -> Words.MAILS;
                        case FAIR -> Words.FAIRS;
                        case SHOP -> Words.SHOPS;
                    });
            if (draft.lead || draft.plot == Plot.WELCOME && i > 0) {
                channel = i == 0 ? Channel.FAIR : Channel.MAIL;
                summary = i == 0 ? Words.FAIRS.get(0) : "Katalog und Preisliste angefordert, beides geschickt.";
            }
            interaction(draft, days, channel, summary);
        }
        switch (draft.plot == null ? Plot.SHARED_NUMBER : draft.plot) {
            case NEED_CHANGE ->
                interaction(
                        draft,
                        draft.lastContactDaysAgo,
                        Channel.VISIT,
                        "Kunde baut aus: neue Halle, zweite Schicht ab dem Frühjahr. Bedarf wächst deutlich.");
            case CONTACT_CHANGE ->
                interaction(
                        draft,
                        draft.lastContactDaysAgo,
                        Channel.MAIL,
                        draft.contacts.get(0).name() + " hat das Unternehmen verlassen, Nachfolge noch nicht benannt.");
            case VISIT_PROMISE ->
                interaction(draft, draft.lastContactDaysAgo, Channel.VISIT, "Besuch im Werk, offene Punkte zugesagt.");
            case REFERRAL ->
                interaction(
                        draft, draft.lastContactDaysAgo, Channel.VISIT, "Sehr zufrieden mit Beratung und Liefertreue.");
            case CANCELLED ->
                interaction(
                        draft,
                        draft.lastContactDaysAgo,
                        Channel.MAIL,
                        "Schriftlich gekündigt, günstigeres Angebot genannt.");
            default -> {
                // Nothing of note.
            }
        }
    }

    private void interaction(Draft draft, int daysAgo, Channel channel, String summary) {
        Contact contact = draft.contacts.get(random.nextInt(draft.contacts.size()));
        boolean field = channel == Channel.VISIT || channel == Channel.FAIR;
        interactions.add(new Interaction(
                "",
                draft.id,
                channel == Channel.SHOP ? null : contact.id(),
                channel == Channel.SHOP ? null : field ? draft.owner : draft.insideSales,
                workday(anchor.minusDays(daysAgo)),
                channel,
                summary));
    }

    private void quote(Draft draft, int daysAgo, String subject, BigDecimal amount, QuoteStatus status) {
        quotes.add(new Quote("", draft.id, workday(anchor.minusDays(daysAgo)), subject, amount, status));
    }

    private void complaint(Draft draft, int openedDaysAgo, int solvedDaysAgo, String subject) {
        complaints.add(new Complaint(
                "",
                draft.id,
                workday(anchor.minusDays(openedDaysAgo)),
                solvedDaysAgo < 0 ? null : workday(anchor.minusDays(solvedDaysAgo)),
                subject));
    }

    private void arrangement(Draft draft, ArrangementKind kind, String text, LocalDate dueOn) {
        arrangements.add(new Arrangement("V-%04d".formatted(arrangements.size() + 1), draft.id, kind, text, dueOn));
    }

    // ---- the file

    private List<CrmChange> records() {
        List<CrmChange> all = new ArrayList<>();
        Staff.ALL.forEach(employee -> all.add(new EmployeeChanged(employee)));
        Catalogue.GROUPS.forEach(group -> all.add(new ProductGroupChanged(group)));
        Catalogue.ITEMS.forEach(item -> all.add(new ProductChanged(item.product())));
        for (Draft draft : drafts) {
            all.add(new PartyChanged(party(draft)));
            draft.contacts.forEach(contact -> all.add(new ContactChanged(contact)));
        }
        // Numbered by date, as a company does.
        numbered(
                orders,
                Comparator.comparing(Order::orderedOn).thenComparing(Order::partyId),
                (o, n) -> all.add(new OrderChanged(
                        new Order("A-%d".formatted(100_000 + n), o.partyId(), o.orderedOn(), o.status(), o.lines()))));
        numbered(
                quotes,
                Comparator.comparing(Quote::quotedOn).thenComparing(Quote::partyId),
                (q, n) -> all.add(new QuoteChanged(new Quote(
                        "AN-%d".formatted(4000 + n), q.partyId(), q.quotedOn(), q.subject(), q.amount(), q.status()))));
        numbered(
                complaints,
                Comparator.comparing(Complaint::openedOn).thenComparing(Complaint::partyId),
                (c, n) -> all.add(new ComplaintChanged(new Complaint(
                        "R-%d".formatted(700 + n), c.partyId(), c.openedOn(), c.solvedOn(), c.subject()))));
        numbered(
                interactions,
                Comparator.comparing(Interaction::heldOn).thenComparing(Interaction::partyId),
                (x, n) -> all.add(new InteractionChanged(new Interaction(
                        "KT-%d".formatted(20_000 + n),
                        x.partyId(),
                        x.contactId(),
                        x.employeeId(),
                        x.heldOn(),
                        x.channel(),
                        x.summary()))));
        arrangements.forEach(arrangement -> all.add(new ArrangementChanged(arrangement)));
        return all;
    }

    private interface Numbered<T> {
        void accept(T record, int number);
    }

    private static <T> void numbered(List<T> records, Comparator<T> order, Numbered<T> each) {
        List<T> sorted = new ArrayList<>(records);
        sorted.sort(order);
        for (int i = 0; i < sorted.size(); i++) {
            each.accept(sorted.get(i), i + 1);
        }
    }

    private Party party(Draft draft) {
        int turn = Integer.parseInt(draft.id.substring(2));
        String[] place = Words.place(draft.area, turn);
        return new Party(
                draft.id,
                draft.name,
                draft.industry.name(),
                draft.rank.size,
                Words.STREETS.get(turn * 7 % Words.STREETS.size()) + " " + (1 + turn * 13 % 89),
                place[0],
                place[1],
                "DE",
                draft.owner,
                draft.insideSales,
                draft.potential,
                draft.lead ? null : draft.customerSince,
                draft.cancelledOn == null ? null : workday(draft.cancelledOn),
                draft.paymentBlocked,
                draft.satisfied,
                List.of(draft.line.company(turn)));
    }

    // ---- small things

    private static String groupName(Item item) {
        return Catalogue.GROUPS.stream()
                .filter(group -> group.id().equals(item.groupId()))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static BigDecimal rounded(double amount) {
        return BigDecimal.valueOf(Math.round(amount / 100) * 100);
    }

    private static String thousands(BigDecimal amount) {
        return String.format(Locale.GERMAN, "%,d", amount.longValue());
    }

    private static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.minusDays(1);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }

    private static String ascii(String text) {
        return text.toLowerCase(Locale.GERMAN)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]", "");
    }
}
