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
import de.zuruf.crm.xml.MirrorWriter;
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Channel;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Quote;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.customer.SizeClass;
import de.zuruf.demo.company.Catalogue.Item;
import de.zuruf.demo.company.Lines.Area;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * The demo company's shape at any size, for benchmarks, record by record with flat memory. The ranges that are reserved
 * for fiction have 5,000 numbers only; here their prefixes are lengthened to six digits. Nobody dials these numbers.
 *
 * <p>Arguments: {@code --customers} (1 to 1,000,000, default 1,000,000), {@code --orders-per-customer} (mean, 1 to 100,
 * default 6), {@code --seed} (default 1), {@code --today} (default the demo's anchor date), and where to:
 * {@code --csv DIRECTORY}, {@code --xml FILE}, or both.
 */
public final class LargeCompany {
    private static final int MOST_CUSTOMERS = 1_000_000;
    private static final int MOST_ORDERS = 100;
    private static final int HISTORY_DAYS = 1090;

    private final int customers;
    private final int ordersPerCustomer;
    private final LocalDate today;
    private final SplittableRandom random;
    private final LocalDate[] workdays = new LocalDate[HISTORY_DAYS + 60];
    private long orderNumber;
    private long quoteNumber;
    private long complaintNumber;
    private long interactionNumber;
    private long arrangementNumber;

    /**
     * @param customers         1 to 1,000,000
     * @param ordersPerCustomer mean, 1 to 100
     */
    LargeCompany(int customers, int ordersPerCustomer, long seed, LocalDate today) {
        require(customers >= 1 && customers <= MOST_CUSTOMERS, "--customers is from 1 to " + MOST_CUSTOMERS);
        require(
                ordersPerCustomer >= 1 && ordersPerCustomer <= MOST_ORDERS,
                "--orders-per-customer is from 1 to " + MOST_ORDERS);
        this.customers = customers;
        this.ordersPerCustomer = ordersPerCustomer;
        this.today = today;
        this.random = new SplittableRandom(seed);
        for (int i = 0; i < workdays.length; i++) {
            LocalDate day = today.minusDays(i);
            workdays[i] = day.getDayOfWeek() == DayOfWeek.SATURDAY
                    ? day.minusDays(1)
                    : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
        }
    }

    /**
     * @param arguments see the class
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Map<String, String> options = new HashMap<>();
        require(arguments.length % 2 == 0, "every option needs a value");
        for (int i = 0; i < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        int customers = Integer.parseInt(or(options.remove("--customers"), Integer.toString(MOST_CUSTOMERS)));
        int orders = Integer.parseInt(or(options.remove("--orders-per-customer"), "6"));
        long seed = Long.parseLong(or(options.remove("--seed"), "1"));
        LocalDate today = LocalDate.parse(or(options.remove("--today"), DemoCompany.ANCHOR.toString()));
        String csv = options.remove("--csv");
        String xml = options.remove("--xml");
        require(options.isEmpty(), "unknown options " + options.keySet());
        require(csv != null || xml != null, "--csv DIRECTORY or --xml FILE is needed");
        if (csv != null) {
            try (RecordSink sink = new CsvSink(Path.of(csv), LargeCompany::e164)) {
                new LargeCompany(customers, orders, seed, today).generate(sink);
            }
        }
        if (xml != null) {
            try (OutputStream out = Files.newOutputStream(Path.of(xml));
                    RecordSink sink = xml(out, today)) {
                new LargeCompany(customers, orders, seed, today).generate(sink);
            }
        }
    }

    /**
     * Makes it up without writing it, with few orders.
     *
     * @param customers 1 to 1,000,000
     * @param to        told each record, after those that it refers to
     */
    public static void records(int customers, long seed, Consumer<CrmChange> to) {
        new LargeCompany(customers, 1, seed, DemoCompany.ANCHOR).generate(new RecordSink() {
            @Override
            public void accept(CrmChange change) {
                to.accept(change);
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        });
    }

    static RecordSink xml(OutputStream out, LocalDate today) {
        MirrorWriter writer = new MirrorWriter(out, today, "Generator");
        return new RecordSink() {
            @Override
            public void accept(CrmChange change) {
                writer.write(change);
            }

            @Override
            public void close() {
                writer.close();
            }
        };
    }

    /** The E.164 form of a number that this class made up. */
    static String e164(String raw) {
        StringBuilder digits = new StringBuilder("+49");
        for (int i = 1; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.toString();
    }

    void generate(RecordSink sink) {
        Staff.ALL.forEach(employee -> sink.accept(new EmployeeChanged(employee)));
        Catalogue.GROUPS.forEach(group -> sink.accept(new ProductGroupChanged(group)));
        Catalogue.ITEMS.forEach(item -> sink.accept(new ProductChanged(item.product())));
        for (int i = 0; i < customers; i++) {
            customer(i, sink);
        }
    }

    private void customer(int i, RecordSink sink) {
        Area area = Area.values()[i % 5];
        int inArea = i / 5;
        // Two fifths have a switchboard with one-digit extensions; with the single lines that fills six digits.
        boolean company = inArea % 5 < 2;
        int rank = !company ? 3 : inArea % 50 == 0 ? 0 : inArea % 50 < 12 ? 1 : 2;
        String line = "0" + area.code + " " + area.prefix
                + (company
                        ? digits(inArea / 5 * 2 + inArea % 5, 5)
                        : digits(800_000 + inArea / 5 * 3 + inArea % 5 - 2, 6));
        Industry industry = Industry.values()[random.nextInt(Industry.values().length)];
        String id = "K" + (i + 1);
        List<String> trades = Words.trades(industry);
        String name = Words.FAMILY.get(random.nextInt(Words.FAMILY.size())) + " "
                + trades.get(random.nextInt(trades.size())) + " " + Words.form(random.nextInt(6)) + " " + (i + 1);
        boolean lead = random.nextInt(50) == 0;
        int orders = lead ? 0 : orders(rank);
        // Whoever ordered once or twice did so at any time; the others have their own rhythm and mostly still keep it.
        int gap = Math.max(3, HISTORY_DAYS / (orders + 1));
        boolean gone = random.nextInt(10) == 0;
        int last = orders <= 2 ? random.nextInt(HISTORY_DAYS) : random.nextInt(gap) + (gone ? HISTORY_DAYS / 2 : 0);
        String[] place = Words.place(area, inArea);
        double revenue = new double[] {180_000, 45_000, 12_000, 2_500}[rank] * (0.6 + 0.8 * random.nextDouble());
        sink.accept(new PartyChanged(new Party(
                id,
                name,
                industry.name(),
                SizeClass.values()[3 - rank],
                Words.STREETS.get(random.nextInt(Words.STREETS.size())) + " " + (1 + random.nextInt(90)),
                place[0],
                place[1],
                "DE",
                Staff.owner(area, rank == 0),
                Staff.insideSales(area, i),
                random.nextInt(4) == 0 ? BigDecimal.valueOf(Math.round(revenue / 100) * 100) : null,
                lead ? null : today.minusDays(HISTORY_DAYS + random.nextInt(3000)),
                gone && random.nextInt(3) == 0 ? day(Math.max(0, last - 20)) : null,
                random.nextInt(200) == 0,
                random.nextInt(5) == 0,
                List.of(new PhoneNumber(line, company ? NumberKind.HEAD : NumberKind.DIRECT)))));
        int people = company ? rank == 0 ? 4 : 2 : 1;
        for (int person = 1; person <= people; person++) {
            sink.accept(contact(id, line, company, person));
        }
        orders(id, rank, industry, orders, gap, last, revenue, sink);
        around(id, people, area, i, last, sink);
    }

    private CrmChange contact(String id, String line, boolean company, int person) {
        String name = Words.GIVEN.get(random.nextInt(Words.GIVEN.size())) + " "
                + Words.FAMILY.get(random.nextInt(Words.FAMILY.size()));
        return new ContactChanged(new Contact(
                id + "-" + person,
                id,
                name,
                Words.FUNCTIONS.get(random.nextInt(Words.FUNCTIONS.size())),
                "kontakt" + person + "@" + id.toLowerCase(Locale.ROOT) + ".example",
                random.nextInt(30) != 0,
                company ? List.of(new PhoneNumber(line + "-" + person, NumberKind.DIRECT)) : List.of()));
    }

    private void orders(
            String id, int rank, Industry industry, int count, int gap, int last, double revenue, RecordSink sink) {
        if (count == 0) {
            return;
        }
        List<Item> assortment = new ArrayList<>(industry.core());
        assortment.addAll(industry.assortment(random.nextInt(12), rank == 0));
        int next = random.nextInt(assortment.size());
        double amount = revenue * 3 / Math.max(3, count);
        int days = last;
        for (int n = 0; n < count && days < HISTORY_DAYS; n++) {
            int lines = 1 + random.nextInt(rank == 0 ? 5 : 3);
            List<OrderLine> orderLines = new ArrayList<>(lines);
            for (int k = 0; k < lines; k++) {
                Item item = assortment.get(next++ % assortment.size());
                long quantity = Math.max(
                        1, Math.round(amount * (0.7 + 0.6 * random.nextDouble()) * 100 / lines / item.price()));
                long cents = quantity * item.price();
                orderLines.add(new OrderLine(
                        item.id(),
                        BigDecimal.valueOf(quantity),
                        BigDecimal.valueOf(cents, 2),
                        BigDecimal.valueOf(cents * item.margin() / 100, 2)));
            }
            OrderStatus status = days < 7
                    ? OrderStatus.OPEN
                    : random.nextInt(80) == 0 ? OrderStatus.CANCELLED : OrderStatus.DELIVERED;
            sink.accept(new OrderChanged(new Order("A" + ++orderNumber, id, day(days), status, orderLines)));
            days += Math.max(1, (int) (gap * (0.8 + 0.4 * random.nextDouble())));
        }
    }

    private void around(String id, int people, Area area, int i, int last, RecordSink sink) {
        int contacts = random.nextInt(4);
        for (int n = 0; n < contacts; n++) {
            Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
            List<String> texts = switch (channel) {
                case CALL -> Words.CALLS;
                case VISIT -> Words.VISITS;
                case MAIL -> Words.MAILS;
                case FAIR -> Words.FAIRS;
                case SHOP -> Words.SHOPS;
            };
            boolean field = channel == Channel.VISIT || channel == Channel.FAIR;
            sink.accept(new InteractionChanged(new Interaction(
                    "KT" + ++interactionNumber,
                    id,
                    id + "-" + (1 + random.nextInt(people)),
                    field ? Staff.owner(area, false) : Staff.insideSales(area, i),
                    day(random.nextInt(HISTORY_DAYS)),
                    channel,
                    texts.get(random.nextInt(texts.size())))));
        }
        if (random.nextInt(5) == 0) {
            int days = random.nextInt(400);
            QuoteStatus status = days < 40 ? QuoteStatus.OPEN : QuoteStatus.values()[1 + random.nextInt(2)];
            sink.accept(new QuoteChanged(new Quote(
                    "AN" + ++quoteNumber,
                    id,
                    day(days),
                    Words.QUOTES.get(random.nextInt(Words.QUOTES.size())),
                    BigDecimal.valueOf(500 + random.nextInt(20_000)),
                    status)));
        }
        if (random.nextInt(12) == 0) {
            int days = random.nextInt(600);
            sink.accept(new ComplaintChanged(new Complaint(
                    "R" + ++complaintNumber,
                    id,
                    day(days),
                    days < 15 ? null : day(days - 10),
                    Words.COMPLAINTS.get(random.nextInt(Words.COMPLAINTS.size())))));
        }
        if (random.nextInt(40) == 0) {
            sink.accept(new ArrangementChanged(new Arrangement(
                    "V" + ++arrangementNumber,
                    id,
                    ArrangementKind.VISIT_PROMISE,
                    "Muster bereitlegen.",
                    today.plusDays(random.nextInt(30) - 10L))));
        }
    }

    /** Orders differ by class, with the wanted mean over all: large customers order often, most order seldom. */
    private int orders(int rank) {
        double mean = ordersPerCustomer * new double[] {6, 2.5, 1.25, 0.46}[rank];
        return Math.max(1, (int) Math.round(mean * (0.5 + random.nextDouble())));
    }

    private LocalDate day(int ago) {
        return workdays[ago];
    }

    private static String digits(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String or(String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
