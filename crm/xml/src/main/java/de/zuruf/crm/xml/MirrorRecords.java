package de.zuruf.crm.xml;

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
import de.zuruf.customer.Arrangement;
import de.zuruf.customer.ArrangementKind;
import de.zuruf.customer.Channel;
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.EmployeeRole;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.NumberKind;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.OrderStatus;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Product;
import de.zuruf.customer.ProductGroup;
import de.zuruf.customer.Quote;
import de.zuruf.customer.QuoteStatus;
import de.zuruf.customer.SizeClass;
import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlValue;
import jakarta.xml.bind.annotation.adapters.CollapsedStringAdapter;
import jakarta.xml.bind.annotation.adapters.XmlJavaTypeAdapter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JAXB forms of the mirror's records. Dates, numbers and enumerations stay text here: the schema validator alone judges them, and
 * {@link MirrorRecord#toChange} runs only on what it let through.
 */
final class MirrorRecords {

    /** Element name to form, in the order in which a complete delivery lists them. */
    static final Map<String, Class<? extends MirrorRecord>> BY_ELEMENT = byElement();

    private MirrorRecords() {}

    private static Map<String, Class<? extends MirrorRecord>> byElement() {
        Map<String, Class<? extends MirrorRecord>> map = new LinkedHashMap<>();
        map.put("employee", EmployeeXml.class);
        map.put("productGroup", ProductGroupXml.class);
        map.put("product", ProductXml.class);
        map.put("party", PartyXml.class);
        map.put("contact", ContactXml.class);
        map.put("order", OrderXml.class);
        map.put("quote", QuoteXml.class);
        map.put("complaint", ComplaintXml.class);
        map.put("interaction", InteractionXml.class);
        map.put("arrangement", ArrangementXml.class);
        map.put("deleted", DeletedXml.class);
        return map;
    }

    /** A valid record of the file. */
    interface MirrorRecord {
        CrmChange toChange(MirrorDates dates);
    }

    private static String orNull(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static boolean or(Boolean value, boolean otherwise) {
        return value == null ? otherwise : value;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class NumberXml {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String kind;

        @XmlValue
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String raw;

        static List<PhoneNumber> toNumbers(List<NumberXml> numbers) {
            return numbers.stream()
                    .map(number -> new PhoneNumber(number.raw, NumberKind.valueOf(number.kind)))
                    .toList();
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class EmployeeXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String name;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String role;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String team;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String email;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String extension;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String deputy;

        @XmlAttribute
        Boolean absent;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new EmployeeChanged(new Employee(
                    id,
                    name,
                    EmployeeRole.valueOf(role),
                    orNull(team),
                    orNull(email),
                    orNull(extension),
                    orNull(deputy),
                    or(absent, false)));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class ProductGroupXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String name;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new ProductGroupChanged(new ProductGroup(id, name));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class ProductXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String name;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String group;

        @XmlAttribute
        Boolean orderable;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new ProductChanged(new Product(id, name, group, or(orderable, true)));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class PartyXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String name;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String industry;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String size;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String street;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String postcode;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String city;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String country;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String owner;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String insideSales;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String potential;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String customerSince;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String cancelledOn;

        @XmlAttribute
        Boolean paymentBlocked;

        @XmlAttribute
        Boolean satisfied;

        @XmlElement(name = "number", namespace = XmlFormat.MIRROR_NAMESPACE)
        List<NumberXml> numbers = new ArrayList<>();

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new PartyChanged(new Party(
                    id,
                    name,
                    orNull(industry),
                    size == null ? null : SizeClass.valueOf(size),
                    orNull(street),
                    orNull(postcode),
                    orNull(city),
                    country == null ? "DE" : country,
                    orNull(owner),
                    orNull(insideSales),
                    number(potential),
                    dates.happened(day(customerSince)),
                    dates.happened(day(cancelledOn)),
                    or(paymentBlocked, false),
                    or(satisfied, false),
                    NumberXml.toNumbers(numbers)));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class ContactXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String name;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String function;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String email;

        @XmlAttribute
        Boolean active;

        @XmlElement(name = "number", namespace = XmlFormat.MIRROR_NAMESPACE)
        List<NumberXml> numbers = new ArrayList<>();

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new ContactChanged(new Contact(
                    id, party, name, orNull(function), orNull(email), or(active, true), NumberXml.toNumbers(numbers)));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class LineXml {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String product;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String quantity;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String amount;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String margin;
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class OrderXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String date;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String status;

        @XmlElement(name = "line", namespace = XmlFormat.MIRROR_NAMESPACE)
        List<LineXml> lines = new ArrayList<>();

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new OrderChanged(new Order(
                    id,
                    party,
                    dates.happened(day(date)),
                    OrderStatus.valueOf(status),
                    lines.stream()
                            .map(line -> new OrderLine(
                                    line.product, number(line.quantity), number(line.amount), number(line.margin)))
                            .toList()));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class QuoteXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String date;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String subject;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String amount;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String status;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new QuoteChanged(new Quote(
                    id, party, dates.happened(day(date)), subject, number(amount), QuoteStatus.valueOf(status)));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class ComplaintXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String openedOn;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String solvedOn;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String subject;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new ComplaintChanged(
                    new Complaint(id, party, dates.happened(day(openedOn)), dates.happened(day(solvedOn)), subject));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class InteractionXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String contact;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String employee;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String date;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String channel;

        @XmlValue
        String summary;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new InteractionChanged(new Interaction(
                    id,
                    party,
                    orNull(contact),
                    orNull(employee),
                    dates.happened(day(date)),
                    Channel.valueOf(channel),
                    summary));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class ArrangementXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String party;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String kind;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String dueOn;

        @XmlValue
        String text;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new ArrangementChanged(
                    new Arrangement(id, party, ArrangementKind.valueOf(kind), text, dates.planned(day(dueOn))));
        }
    }

    @XmlAccessorType(XmlAccessType.FIELD)
    static class DeletedXml implements MirrorRecord {
        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String kind;

        @XmlAttribute
        @XmlJavaTypeAdapter(CollapsedStringAdapter.class)
        String id;

        @Override
        public CrmChange toChange(MirrorDates dates) {
            return new Deleted(CrmChange.Kind.valueOf(kind), id);
        }
    }
}
