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
import de.zuruf.customer.Contact;
import de.zuruf.customer.Employee;
import de.zuruf.customer.Order;
import de.zuruf.customer.OrderLine;
import de.zuruf.customer.Party;
import de.zuruf.customer.PhoneNumber;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes one CSV file for each table: UTF-8, comma, header in the first line, fields quoted where needed, an empty field
 * for what is unknown, as {@code COPY … WITH (FORMAT csv, HEADER)} of PostgreSQL and {@code CSVREAD} of H2 read it.
 */
final class CsvSink implements RecordSink {
    private static final int FLUSH_AT = 1 << 16;

    private final List<Table> tables = new ArrayList<>();
    private final UnaryOperator<String> e164;
    private final Table employees;
    private final Table groups;
    private final Table products;
    private final Table parties;
    private final Table numbers;
    private final Table contacts;
    private final Table orders;
    private final Table orderLines;
    private final Table quotes;
    private final Table complaints;
    private final Table interactions;
    private final Table arrangements;

    /** @param e164 turns a raw number into E.164 */
    CsvSink(Path directory, UnaryOperator<String> e164) throws IOException {
        Files.createDirectories(directory);
        this.e164 = e164;
        employees = table(directory, "employees", "id,name,role,team,email,extension,deputy_id,absent");
        groups = table(directory, "groups", "id,name");
        products = table(directory, "products", "id,name,group_id,orderable");
        parties = table(
                directory,
                "parties",
                "id,name,industry,size,street,postcode,city,country,owner_id,inside_sales_id,potential,customer_since,"
                        + "cancelled_on,payment_blocked,satisfied");
        numbers = table(directory, "numbers", "party_id,contact_id,raw,e164,kind");
        contacts = table(directory, "contacts", "id,party_id,name,function,email,active");
        orders = table(directory, "orders", "id,party_id,ordered_on,status,amount,margin");
        orderLines = table(directory, "order_lines", "order_id,line,product_id,quantity,amount,margin");
        quotes = table(directory, "quotes", "id,party_id,quoted_on,subject,amount,status");
        complaints = table(directory, "complaints", "id,party_id,opened_on,solved_on,subject");
        interactions = table(directory, "interactions", "id,party_id,contact_id,employee_id,held_on,channel,summary");
        arrangements = table(directory, "arrangements", "id,party_id,kind,text,due_on");
    }

    @Override
    public void accept(CrmChange change) {
        if (change instanceof OrderChanged c) {
            order(c.order());
        } else if (change instanceof PartyChanged c) {
            party(c.party());
        } else if (change instanceof ContactChanged c) {
            contact(c.contact());
        } else if (change instanceof InteractionChanged c) {
            var i = c.interaction();
            interactions
                    .field(i.id())
                    .field(i.partyId())
                    .field(i.contactId())
                    .field(i.employeeId())
                    .field(i.heldOn())
                    .field(i.channel())
                    .field(i.summary())
                    .end();
        } else if (change instanceof QuoteChanged c) {
            var q = c.quote();
            quotes.field(q.id())
                    .field(q.partyId())
                    .field(q.quotedOn())
                    .field(q.subject())
                    .field(q.amount())
                    .field(q.status())
                    .end();
        } else if (change instanceof ComplaintChanged c) {
            var r = c.complaint();
            complaints
                    .field(r.id())
                    .field(r.partyId())
                    .field(r.openedOn())
                    .field(r.solvedOn())
                    .field(r.subject())
                    .end();
        } else if (change instanceof ArrangementChanged c) {
            var a = c.arrangement();
            arrangements
                    .field(a.id())
                    .field(a.partyId())
                    .field(a.kind())
                    .field(a.text())
                    .field(a.dueOn())
                    .end();
        } else if (change instanceof ProductChanged c) {
            var p = c.product();
            products.field(p.id())
                    .field(p.name())
                    .field(p.groupId())
                    .field(p.orderable())
                    .end();
        } else if (change instanceof ProductGroupChanged c) {
            groups.field(c.group().id()).field(c.group().name()).end();
        } else if (change instanceof EmployeeChanged c) {
            employee(c.employee());
        } else {
            throw new IllegalArgumentException("a new company has nothing to delete");
        }
    }

    @Override
    public void close() throws IOException {
        for (Table table : tables) {
            table.close();
        }
    }

    private void employee(Employee e) {
        employees
                .field(e.id())
                .field(e.name())
                .field(e.role())
                .field(e.team())
                .field(e.email())
                .field(e.extension())
                .field(e.deputyId())
                .field(e.absent())
                .end();
    }

    private void party(Party p) {
        parties.field(p.id())
                .field(p.name())
                .field(p.industry())
                .field(p.size())
                .field(p.street())
                .field(p.postcode())
                .field(p.city())
                .field(p.country())
                .field(p.ownerId())
                .field(p.insideSalesId())
                .field(p.potential())
                .field(p.customerSince())
                .field(p.cancelledOn())
                .field(p.paymentBlocked())
                .field(p.satisfied())
                .end();
        numbers(p.id(), null, p.numbers());
    }

    private void contact(Contact c) {
        contacts.field(c.id())
                .field(c.partyId())
                .field(c.name())
                .field(c.function())
                .field(c.email())
                .field(c.active())
                .end();
        numbers(c.partyId(), c.id(), c.numbers());
    }

    private void numbers(String partyId, String contactId, List<PhoneNumber> all) {
        for (PhoneNumber n : all) {
            numbers.field(partyId)
                    .field(contactId)
                    .field(n.raw())
                    .field(e164.apply(n.raw()))
                    .field(n.kind())
                    .end();
        }
    }

    private void order(Order o) {
        orders.field(o.id())
                .field(o.partyId())
                .field(o.orderedOn())
                .field(o.status())
                .field(o.amount())
                .field(o.margin())
                .end();
        int number = 1;
        for (OrderLine line : o.lines()) {
            orderLines
                    .field(o.id())
                    .field(Integer.toString(number++))
                    .field(line.productId())
                    .field(line.quantity())
                    .field(line.amount())
                    .field(line.margin())
                    .end();
        }
    }

    private Table table(Path directory, String name, String header) throws IOException {
        Table table = new Table(Files.newOutputStream(directory.resolve(name + ".csv")), header);
        tables.add(table);
        return table;
    }

    private static final class Table {
        private final OutputStream out;
        private final StringBuilder text = new StringBuilder(FLUSH_AT + 4096);
        private boolean first = true;

        Table(OutputStream out, String header) {
            this.out = out;
            text.append(header).append('\n');
        }

        Table field(BigDecimal value) {
            return field(value == null ? null : value.toPlainString());
        }

        Table field(Object value) {
            if (!first) {
                text.append(',');
            }
            first = false;
            if (value != null) {
                String field = value.toString();
                if (field.indexOf(',') >= 0 || field.indexOf('"') >= 0 || field.indexOf('\n') >= 0) {
                    text.append('"').append(field.replace("\"", "\"\"")).append('"');
                } else {
                    text.append(field);
                }
            }
            return this;
        }

        void end() {
            text.append('\n');
            first = true;
            if (text.length() >= FLUSH_AT) {
                flush();
            }
        }

        void close() throws IOException {
            flush();
            out.close();
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
}
