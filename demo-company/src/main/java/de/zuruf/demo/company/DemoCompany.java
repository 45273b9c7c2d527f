package de.zuruf.demo.company;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.xml.MirrorWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Writes the demo company's delivery and the table of who shows what. */
public final class DemoCompany {
    static final long SEED = 23125;
    static final LocalDate ANCHOR = LocalDate.of(2026, 11, 20);

    private DemoCompany() {}

    /**
     * @param arguments the repository's root; the current directory when there is none
     * @throws IOException when a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments.length > 0 ? arguments[0] : ".");
        DemoData data = generate();
        Path xml = root.resolve("crm/xml/src/main/resources/de/zuruf/crm/xml/demo/demo-company.xml");
        Files.createDirectories(xml.getParent());
        try (OutputStream out = Files.newOutputStream(xml)) {
            write(data, out);
        }
        Files.writeString(root.resolve("docs/demo-company.md"), DemoTable.of(data), StandardCharsets.UTF_8);
    }

    /** {@return all records of the demo company, each after those that it refers to} */
    public static List<CrmChange> records() {
        return generate().changes();
    }

    /**
     * {@return the orders of a demo company and what is true of its customers}
     *
     * @param seed other seeds give other companies of the same kind
     */
    public static OrderTruth truth(long seed) {
        return new DemoGenerator(seed, ANCHOR).truth();
    }

    static DemoData generate() {
        return new DemoGenerator(SEED, ANCHOR).generate();
    }

    static void write(DemoData data, OutputStream out) {
        try (MirrorWriter writer =
                new MirrorWriter(out, data.anchor(), "Kessler & Thiede Technischer Handel, Vorführdaten")) {
            data.changes().forEach(writer::write);
        }
    }
}
