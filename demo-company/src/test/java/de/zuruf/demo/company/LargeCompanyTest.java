package de.zuruf.demo.company;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.crm.xml.MirrorDates;
import de.zuruf.crm.xml.MirrorReader;
import de.zuruf.customer.NumberOutcome;
import de.zuruf.customer.NumberPlan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeCompanyTest {
    private static final int CUSTOMERS = 5_000;

    private static byte[] xml(int customers) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RecordSink sink = LargeCompany.xml(bytes, DemoCompany.ANCHOR)) {
            new LargeCompany(customers, 6, 1, DemoCompany.ANCHOR).generate(sink);
        }
        return bytes.toByteArray();
    }

    @Test
    void isValidAndHasTheWantedSize() throws IOException {
        try (MirrorReader reader =
                new MirrorReader(new ByteArrayInputStream(xml(CUSTOMERS)), MirrorDates.asWritten())) {
            while (reader.next() != null) {
                // The summary tells.
            }
            assertEquals(List.of(), reader.summary().problems());
            assertEquals(CUSTOMERS, reader.summary().accepted().get("party"));
            long orders = reader.summary().accepted().get("order");
            assertTrue(orders > 4 * CUSTOMERS && orders < 8 * CUSTOMERS, "orders: " + orders);
        }
    }

    @Test
    void theSameSeedMakesTheSame() throws IOException {
        assertArrayEquals(xml(200), xml(200));
    }

    @Test
    void numbersAreUniqueAndReadAsTheCsvSays(@TempDir Path directory) throws IOException {
        try (RecordSink csv = new CsvSink(directory, LargeCompany::e164)) {
            new LargeCompany(CUSTOMERS, 1, 1, DemoCompany.ANCHOR).generate(csv);
        }
        NumberPlan plan = new NumberPlan(NumberPlan.Settings.DEFAULT);
        Set<String> seen = new HashSet<>();
        List<String> rows = Files.readAllLines(directory.resolve("numbers.csv"));
        assertEquals("party_id,contact_id,raw,e164,kind", rows.get(0));
        for (String row : rows.subList(1, rows.size())) {
            String[] fields = row.split(",", -1);
            assertTrue(
                    plan.normalise(fields[2]) instanceof NumberOutcome.Valid valid
                            && valid.number().value().equals(fields[3]),
                    row);
            assertTrue(seen.add(fields[3]), row);
        }
        assertEquals(
                CUSTOMERS + 1,
                Files.readAllLines(directory.resolve("parties.csv")).size());
        assertTrue(Files.readString(directory.resolve("order_lines.csv"))
                .startsWith("order_id,line,product_id,quantity,amount,margin\nA1,1,"));
    }

    @Test
    void wrongArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new LargeCompany(1_000_001, 6, 1, DemoCompany.ANCHOR));
        assertThrows(IllegalArgumentException.class, () -> LargeCompany.main(new String[] {"--kunden", "3"}));
    }
}
