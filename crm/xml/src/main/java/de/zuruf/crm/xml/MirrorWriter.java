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
import de.zuruf.customer.Complaint;
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Interaction;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import de.zuruf.customer.Quote;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes a delivery (schema {@code zuruf-mirror-1.0.xsd}) in UTF-8, one record a line, byte for byte the same for the
 * same records. The stream is not closed. Not for use by several threads at once.
 */
public final class MirrorWriter implements Closeable {
    private static final int FLUSH_AT = 1 << 16;

    private final OutputStream out;
    private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);

    /**
     * Begins the file.
     *
     * @param out        where the bytes go
     * @param anchorDate day on which the data are "today"; null when they are what they are
     * @param source     name of the delivering system for people; null for none
     */
    public MirrorWriter(OutputStream out, LocalDate anchorDate, String source) {
        this.out = out;
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<mirror xmlns=\"")
                .append(XmlFormat.MIRROR_NAMESPACE)
                .append('"');
        attribute("anchorDate", anchorDate);
        attribute("source", source);
        text.append(">\n");
    }

    /** Writes a comment between two records. */
    public void comment(String words) {
        text.append("<!-- ").append(XmlText.legal(words).replace("--", "- -")).append(" -->\n");
    }

    /**
     * Writes one record. Lengths and references are not looked at; the reader does that.
     *
     * @throws UncheckedIOException when the stream fails
     */
    public void write(CrmChange change) {
        if (change instanceof PartyChanged c) {
            party(c.party());
        } else if (change instanceof ContactChanged c) {
            contact(c.contact());
        } else if (change instanceof OrderChanged c) {
            order(c.order());
        } else if (change instanceof InteractionChanged c) {
            interaction(c.interaction());
        } else if (change instanceof QuoteChanged c) {
            quote(c.quote());
        } else if (change instanceof ComplaintChanged c) {
            complaint(c.complaint());
        } else if (change instanceof ArrangementChanged c) {
            arrangement(c.arrangement());
        } else if (change instanceof ProductChanged c) {
            open("product", c.product().id());
            attribute("name", c.product().name());
            attribute("group", c.product().groupId());
            flag("orderable", c.product().orderable(), true);
            text.append("/>\n");
        } else if (change instanceof ProductGroupChanged c) {
            open("productGroup", c.group().id());
            attribute("name", c.group().name());
            text.append("/>\n");
        } else if (change instanceof EmployeeChanged c) {
            employee(c.employee());
        } else if (change instanceof Deleted c) {
            text.append("<deleted");
            attribute("kind", c.kind().name());
            attribute("id", c.id());
            text.append("/>\n");
        }
        if (text.length() >= FLUSH_AT) {
            flush();
        }
    }

    /** Ends the file and flushes it. */
    @Override
    public void close() {
        text.append("</mirror>\n");
        flush();
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void employee(Employee employee) {
        open("employee", employee.id());
        attribute("name", employee.name());
        attribute("role", employee.role().name());
        attribute("team", employee.team());
        attribute("email", employee.email());
        attribute("extension", employee.extension());
        attribute("deputy", employee.deputyId());
        flag("absent", employee.absent(), false);
        text.append("/>\n");
    }

    private void party(Party party) {
        open("party", party.id());
        attribute("name", party.name());
        attribute("industry", party.industry());
        attribute("size", party.size() == null ? null : party.size().name());
        attribute("street", party.street());
        attribute("postcode", party.postcode());
        attribute("city", party.city());
        if (!"DE".equals(party.country())) {
            attribute("country", party.country());
        }
        attribute("owner", party.ownerId());
        attribute("insideSales", party.insideSalesId());
        attribute("potential", party.potential());
        attribute("customerSince", party.customerSince());
        attribute("cancelledOn", party.cancelledOn());
        flag("paymentBlocked", party.paymentBlocked(), false);
        flag("satisfied", party.satisfied(), false);
        numbers("party", party.numbers());
    }

    private void contact(Contact contact) {
        open("contact", contact.id());
        attribute("party", contact.partyId());
        attribute("name", contact.name());
        attribute("function", contact.function());
        attribute("email", contact.email());
        flag("active", contact.active(), true);
        numbers("contact", contact.numbers());
    }

    private void order(Order order) {
        open("order", order.id());
        attribute("party", order.partyId());
        attribute("date", order.orderedOn());
        attribute("status", order.status().name());
        text.append('>');
        for (OrderLine line : order.lines()) {
            text.append("<line");
            attribute("product", line.productId());
            attribute("quantity", line.quantity());
            attribute("amount", line.amount());
            attribute("margin", line.margin());
            text.append("/>");
        }
        text.append("</order>\n");
    }

    private void quote(Quote quote) {
        open("quote", quote.id());
        attribute("party", quote.partyId());
        attribute("date", quote.quotedOn());
        attribute("subject", quote.subject());
        attribute("amount", quote.amount());
        attribute("status", quote.status().name());
        text.append("/>\n");
    }

    private void complaint(Complaint complaint) {
        open("complaint", complaint.id());
        attribute("party", complaint.partyId());
        attribute("openedOn", complaint.openedOn());
        attribute("solvedOn", complaint.solvedOn());
        attribute("subject", complaint.subject());
        text.append("/>\n");
    }

    private void interaction(Interaction interaction) {
        open("interaction", interaction.id());
        attribute("party", interaction.partyId());
        attribute("contact", interaction.contactId());
        attribute("employee", interaction.employeeId());
        attribute("date", interaction.heldOn());
        attribute("channel", interaction.channel().name());
        content("interaction", interaction.summary());
    }

    private void arrangement(Arrangement arrangement) {
        open("arrangement", arrangement.id());
        attribute("party", arrangement.partyId());
        attribute("kind", arrangement.kind().name());
        attribute("dueOn", arrangement.dueOn());
        content("arrangement", arrangement.text());
    }

    private void numbers(String element, List<PhoneNumber> numbers) {
        if (numbers.isEmpty()) {
            text.append("/>\n");
            return;
        }
        text.append('>');
        for (PhoneNumber number : numbers) {
            text.append("<number");
            attribute("kind", number.kind().name());
            content("number", number.raw(), "");
        }
        text.append("</").append(element).append(">\n");
    }

    private void open(String element, String id) {
        text.append('<').append(element);
        attribute("id", id);
    }

    private void flag(String name, boolean value, boolean usual) {
        if (value != usual) {
            text.append(' ').append(name).append("=\"").append(value).append('"');
        }
    }

    private void attribute(String name, LocalDate day) {
        if (day != null) {
            text.append(' ').append(name).append("=\"").append(day).append('"');
        }
    }

    private void attribute(String name, BigDecimal number) {
        if (number != null) {
            text.append(' ')
                    .append(name)
                    .append("=\"")
                    .append(number.toPlainString())
                    .append('"');
        }
    }

    private void attribute(String name, String value) {
        if (value != null) {
            text.append(' ').append(name).append("=\"");
            escape(value);
            text.append('"');
        }
    }

    private void content(String element, String value) {
        content(element, value, "\n");
    }

    private void content(String element, String value, String end) {
        text.append('>');
        escape(value);
        text.append("</").append(element).append('>').append(end);
    }

    private void escape(String value) {
        String legal = XmlText.legal(value);
        for (int i = 0; i < legal.length(); i++) {
            char c = legal.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                case '\t' -> text.append("&#9;");
                case '\n' -> text.append("&#10;");
                case '\r' -> text.append("&#13;");
                default -> text.append(c);
            }
        }
    }

    private void flush() {
        try {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        text.setLength(0);
    }
}
