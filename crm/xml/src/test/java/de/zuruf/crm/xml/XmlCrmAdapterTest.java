package de.zuruf.crm.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.crm.spi.CrmActivity.CallLog;
import de.zuruf.crm.spi.CrmActivity.HandoffSent;
import de.zuruf.crm.spi.CrmAdapter;
import de.zuruf.crm.spi.CrmBatch;
import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.spi.CrmConfigurationException;
import de.zuruf.crm.spi.CrmCursor;
import de.zuruf.crm.spi.CrmReference;
import de.zuruf.crm.spi.CrmRejectedException;
import de.zuruf.crm.spi.CrmUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlCrmAdapterTest {
    private static final String OPEN = "<mirror xmlns=\"urn:zuruf:mirror:1.0\">\n";

    @TempDir
    private Path root;

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final List<CrmAdapter> opened = new ArrayList<>();

    @BeforeEach
    void makeIncoming() throws IOException {
        Files.createDirectories(root.resolve("incoming"));
    }

    @AfterEach
    void close() {
        opened.forEach(CrmAdapter::close);
    }

    private CrmAdapter open(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of("dropFolder", root.toString(), "settleSeconds", "0"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        CrmAdapter adapter = new XmlCrmAdapterFactory(clock).open(settings);
        opened.add(adapter);
        return adapter;
    }

    private Path deliver(String name, String records) throws IOException {
        return Files.writeString(root.resolve("incoming").resolve(name), OPEN + records + "\n</mirror>\n");
    }

    private static String groups(String... ids) {
        return Stream.of(ids)
                .map(id -> "<productGroup id=\"" + id + "\" name=\"Gruppe " + id + "\"/>\n")
                .reduce("", String::concat);
    }

    private static List<String> ids(CrmBatch batch) {
        return batch.changes().stream()
                .map(change -> ((ProductGroupChanged) change).group().id())
                .toList();
    }

    private List<String> names(String directory) throws IOException {
        try (var entries = Files.list(root.resolve(directory))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private String onlyReport() throws IOException {
        List<String> names = names("report");
        assertEquals(1, names.size(), names::toString);
        return Files.readString(root.resolve("report").resolve(names.get(0)));
    }

    // ---- the way of a file

    @Test
    void aFileIsMovedWhenItsLastChangesAreCommittedAndNotBefore() throws IOException {
        deliver("a.xml", groups("1", "2"));
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        assertEquals(List.of("1", "2"), ids(batch));
        assertEquals(List.of("a.xml"), names("incoming"));
        assertEquals(List.of(), names("report"));

        assertEquals(List.of(), adapter.changesSince(batch.next(), 10).changes());
        assertEquals(List.of(), names("incoming"));
        assertEquals(1, names("accepted").size());
        assertTrue(names("accepted").get(0).matches("a\\.[0-9a-f]{16}\\.xml"));
        assertTrue(onlyReport().contains("outcome=\"ACCEPTED\""));
    }

    @Test
    void filesAreReadInTheOrderOfTheirNamesAndBatchesDoNotSpanThem() throws IOException {
        deliver("2.xml", groups("C"));
        deliver("1.xml", groups("A", "B"));
        Files.writeString(root.resolve("incoming/0.part"), "half");
        Files.writeString(root.resolve("incoming/.hidden.xml"), "half");
        CrmAdapter adapter = open();
        CrmBatch first = adapter.changesSince(CrmCursor.START, 10);
        assertEquals(List.of("A", "B"), ids(first));
        CrmBatch second = adapter.changesSince(first.next(), 10);
        assertEquals(List.of("C"), ids(second));
        assertEquals(List.of(), adapter.changesSince(second.next(), 10).changes());
        assertEquals(List.of(".hidden.xml", "0.part"), names("incoming"));
    }

    @Test
    void theReportSaysWhatIsWrongWhere() throws IOException {
        deliver("teil.xml", groups("1") + "<productGroup id=\"2\" name=\"" + "x".repeat(201) + "\"/>\n" + groups("3"));
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        assertEquals(List.of("1", "3"), ids(batch));
        adapter.changesSince(batch.next(), 10);
        String report = onlyReport();
        assertTrue(report.contains("outcome=\"PARTLY\""), report);
        assertTrue(report.contains("read=\"3\" accepted=\"2\" rejected=\"1\""), report);
        assertTrue(report.contains("severity=\"RECORD_REJECTED\" line=\"3\""), report);
        assertTrue(report.contains("record=\"productGroup\" id=\"2\""), report);
        assertTrue(report.contains("zu lang, 201 Zeichen; erlaubt sind 200"), report);
        assertEquals(1, names("accepted").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mirror xmlns='urn:zuruf:mirror:2.0'/>",
                "<!DOCTYPE mirror><mirror xmlns='urn:zuruf:mirror:1.0'/>",
                "<mirror xmlns='urn:zuruf:mirror:1.0'><productGroup id='1'/></mirror>",
                "kein XML",
                ""
            })
    void aFileWithNothingGoodInItIsRejected(String content) throws IOException {
        Files.writeString(root.resolve("incoming/schlecht.xml"), content);
        deliver("zuletzt.xml", groups("1"));
        assertEquals(List.of("1"), ids(open().changesSince(CrmCursor.START, 10)));
        assertEquals(1, names("rejected").size());
        assertTrue(onlyReport().contains("outcome=\"REJECTED\""));
        assertTrue(onlyReport().contains("<problem "));
    }

    @Test
    void aFileThatBreaksOffCountsUpToThere() throws IOException {
        Files.writeString(root.resolve("incoming/halb.xml"), OPEN + groups("1", "2") + "<productGroup id=\"3\"");
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        assertEquals(List.of("1", "2"), ids(batch));
        adapter.changesSince(batch.next(), 10);
        assertTrue(onlyReport().contains("severity=\"REST_REJECTED\" line=\"4\""), onlyReport());
        assertEquals(1, names("accepted").size());
    }

    @Test
    void theSameContentCountsOnce() throws IOException {
        deliver("montag.xml", groups("1"));
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        adapter.changesSince(batch.next(), 10);
        deliver("dienstag.xml", groups("1"));
        assertEquals(List.of(), adapter.changesSince(batch.next(), 10).changes());
        assertEquals(1, names("rejected").size());
        String report =
                Files.readString(root.resolve("report").resolve(names("report").get(0)));
        assertTrue(report.contains("outcome=\"DUPLICATE\""), report);
        assertTrue(report.contains("montag."), report);
    }

    @Test
    void acceptedFilesCanBeReadAgainByMovingThemBack() throws IOException {
        deliver("a.xml", groups("1"));
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        adapter.changesSince(batch.next(), 10);
        Path accepted = root.resolve("accepted").resolve(names("accepted").get(0));
        Files.move(accepted, root.resolve("incoming").resolve("wieder.xml"));
        assertEquals(List.of("1"), ids(open().changesSince(CrmCursor.START, 10)));
    }

    @Test
    void whatIsNoFileIsRejected() throws IOException {
        Files.createDirectory(root.resolve("incoming/ordner.xml"));
        Files.createSymbolicLink(root.resolve("incoming/verweis.xml"), Path.of("/etc/passwd"));
        assertEquals(List.of(), open().changesSince(CrmCursor.START, 10).changes());
        assertEquals(List.of(), names("incoming"));
        assertEquals(2, names("rejected").size());
        assertEquals(2, names("report").size());
    }

    @Test
    void aVeryLongNameIsNoObstacle() throws IOException {
        deliver("ä".repeat(120) + ".xml", groups("1", "2"));
        CrmAdapter adapter = open();
        CrmBatch first = adapter.changesSince(CrmCursor.START, 1);
        assertTrue(first.next().value().length() <= 500);
        CrmBatch second = open().changesSince(first.next(), 1);
        assertEquals(List.of("2"), ids(second));
        adapter.changesSince(second.next(), 1);
        assertEquals(1, names("accepted").size());
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsReadAgainAndNotAcceptedHalf() throws IOException {
        Path file = Files.writeString(root.resolve("incoming/waechst.xml"), OPEN + groups("1"));
        CrmAdapter adapter = open();
        CrmBatch half = adapter.changesSince(CrmCursor.START, 10);
        assertEquals(List.of("1"), ids(half));
        Files.writeString(file, groups("2") + "</mirror>", StandardOpenOption.APPEND);
        CrmBatch whole = adapter.changesSince(half.next(), 10);
        assertEquals(List.of("1", "2"), ids(whole));
        adapter.changesSince(whole.next(), 10);
        assertTrue(onlyReport().contains("outcome=\"ACCEPTED\""), onlyReport());
    }

    @Test
    void aFileThatWasJustWrittenWaits() throws IOException {
        Path file = deliver("frisch.xml", groups("1"));
        Files.setLastModifiedTime(file, FileTime.from(clock.instant().minusSeconds(3)));
        CrmAdapter adapter = open("settleSeconds", "5");
        assertEquals(List.of(), adapter.changesSince(CrmCursor.START, 10).changes());
        clock.advance(Duration.ofSeconds(2));
        assertEquals(List.of("1"), ids(adapter.changesSince(CrmCursor.START, 10)));
    }

    @Test
    void aFileTakenAwayWhileItIsReadIsNoError() throws IOException {
        Path file = deliver("weg.xml", groups("1"));
        CrmAdapter adapter = open();
        CrmBatch batch = adapter.changesSince(CrmCursor.START, 10);
        Files.delete(file);
        assertEquals(List.of(), adapter.changesSince(batch.next(), 10).changes());
        assertEquals(List.of(), names("report"));
    }

    // ---- crashes

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void aCrashAnywhereLosesNothingAndTheReportIsWhole(int limit) throws IOException {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            records.append(i % 4 == 3 ? "<productGroup id=\"" + i + "\"/>\n" : groups(Integer.toString(i)));
        }
        deliver("a.xml", records.toString());
        deliver("b.xml", groups("b"));
        List<String> read = new ArrayList<>();
        CrmCursor committed = CrmCursor.START;
        for (int round = 0; round < 100; round++) {
            CrmAdapter first = open();
            CrmBatch lost = first.changesSince(committed, limit);
            // Killed before the commit: the next process comes with the old cursor.
            CrmBatch again = open().changesSince(committed, limit);
            assertEquals(lost.changes(), again.changes());
            if (again.changes().isEmpty()) {
                break;
            }
            read.addAll(ids(again));
            committed = again.next();
            if (round == 0) {
                deliver("0-spaeter.xml", groups("later"));
            }
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            if (i % 4 != 3) {
                expected.add(Integer.toString(i));
            }
        }
        expected.addAll(List.of("later", "b"));
        assertEquals(expected, read, "a file that was begun is finished first");
        assertEquals(3, names("accepted").size());
        String report =
                Files.readString(root.resolve("report").resolve(names("report").get(1)));
        assertTrue(report.contains("read=\"20\" accepted=\"15\" rejected=\"5\""), report);
    }

    @Test
    void aCrashBetweenReportAndMoveIsMadeGood() throws IOException {
        deliver("a.xml", groups("1"));
        CrmBatch batch = open().changesSince(CrmCursor.START, 10);
        Path accepted = root.resolve("accepted");
        // The move fails after the report was written.
        Files.delete(accepted);
        Files.writeString(accepted, "in the way");
        CrmAdapter adapter = open();
        assertThrows(CrmUnavailableException.class, () -> adapter.changesSince(batch.next(), 10));
        Files.delete(accepted);
        assertEquals(List.of(), adapter.changesSince(batch.next(), 10).changes());
        assertEquals(1, names("accepted").size());
        assertEquals(1, names("report").size());
    }

    @Test
    void aCursorOfSomebodyElseMeansTheBeginning() throws IOException {
        deliver("a.xml", groups("1"));
        assertEquals(List.of("1"), ids(open().changesSince(new CrmCursor("odoo:2026-01-01 00:00:00"), 10)));
        assertEquals(List.of("1"), ids(open().changesSince(new CrmCursor("x1;;99999999999999999999;;0;"), 10)));
    }

    // ---- what comes with the product

    @Test
    void theDemoCompanyNeedsNoFolder() {
        CrmAdapter adapter = new XmlCrmAdapterFactory(clock).open(Map.of("bundled", "demo", "relativeTo", "today"));
        opened.add(adapter);
        assertTrue(adapter.check().up());
        CrmCursor cursor = CrmCursor.START;
        int read = 0;
        for (CrmBatch batch = adapter.changesSince(cursor, 500);
                !batch.changes().isEmpty();
                batch = adapter.changesSince(cursor, 500)) {
            read += batch.changes().size();
            cursor = batch.next();
        }
        assertTrue(read > 5_000, "read " + read);
        assertThrows(CrmUnavailableException.class, () -> adapter.write(call("note"), "k"));
    }

    @Test
    void aNewDayReadsTheDemoCompanyAnew() {
        CrmAdapter adapter = open("bundled", "demo", "relativeTo", "today");
        CrmBatch monday = all(adapter, CrmCursor.START);
        assertEquals(List.of(), adapter.changesSince(monday.next(), 100).changes());
        clock.advance(Duration.ofDays(3));
        CrmBatch thursday = all(adapter, monday.next());
        assertEquals(monday.changes().size(), thursday.changes().size());
        assertNotEquals(monday.changes(), thursday.changes());
        assertEquals(List.of(), adapter.changesSince(thursday.next(), 100).changes());
    }

    @Test
    void midnightBelongsToTheSettingsTimeZone() {
        clock.set(Instant.parse("2026-11-20T22:59:00Z"));
        CrmAdapter adapter = open("bundled", "demo", "relativeTo", "today");
        CrmBatch before = all(adapter, CrmCursor.START);
        clock.advance(Duration.ofMinutes(2));
        assertFalse(adapter.changesSince(before.next(), 1).changes().isEmpty(), "it is tomorrow in Berlin");
    }

    @Test
    void theBundledDeliveryComesFirstThenTheFolder() throws IOException {
        deliver("a.xml", groups("1"));
        CrmAdapter adapter = open("bundled", "demo");
        List<CrmChange> changes = all(adapter, CrmCursor.START).changes();
        assertEquals(
                "1",
                ((ProductGroupChanged) changes.get(changes.size() - 1)).group().id());
        assertEquals(1, names("accepted").size());
    }

    private static CrmBatch all(CrmAdapter adapter, CrmCursor from) {
        List<CrmChange> changes = new ArrayList<>();
        CrmCursor cursor = from;
        CrmBatch batch = adapter.changesSince(cursor, 1_000);
        while (!batch.changes().isEmpty()) {
            changes.addAll(batch.changes());
            cursor = batch.next();
            batch = adapter.changesSince(cursor, 1_000);
        }
        return new CrmBatch(changes, batch.next());
    }

    // ---- export

    private static CallLog call(String note) {
        Instant start = Instant.parse("2026-03-02T09:15:30.123456Z");
        return new CallLog(
                "pbx/1.2",
                "K-1",
                "",
                "INBOUND",
                null,
                null,
                start,
                null,
                start.plusSeconds(20),
                "ABANDONED",
                null,
                null,
                note,
                null,
                List.of());
    }

    @Test
    void anExportFitsItsSchemaAndKeepsEveryCharacterThatXmlKnows() throws Exception {
        String note = "<b>&amp; \"Zitat\" 'x'\r\n\tZeile\u0000\u0008\uD800\uFFFE \uD83D\uDE00 \u202E]]>";
        open().write(call(note), "call-1");
        assertEquals(List.of("call-1.xml"), names("export"));
        Path file = root.resolve("export/call-1.xml");
        XmlFormat.activitySchema().newValidator().validate(new StreamSource(file.toFile()));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(file.toFile());
        assertEquals(
                "<b>&amp; \"Zitat\" 'x'\r\n\tZeile\uFFFD\uFFFD\uFFFD\uFFFD \uD83D\uDE00 \u202E]]>",
                document.getElementsByTagNameNS(XmlFormat.ACTIVITY_NAMESPACE, "note")
                        .item(0)
                        .getTextContent());
        assertFalse(Files.readString(file).contains("contact="), "an empty text is left out");
    }

    @Test
    void theFirstContentUnderAKeyStays() throws IOException {
        CrmAdapter adapter = open();
        CrmReference reference = adapter.write(call("eins"), "k");
        assertEquals(reference, adapter.write(call("zwei"), "k"));
        assertTrue(Files.readString(root.resolve("export/k.xml")).contains("eins"));
        assertEquals(List.of("k.xml"), names("export"));
    }

    @Test
    void aRefusalSaysWhereAndNotWhat() {
        HandoffSent handoff = new HandoffSent(
                "h", null, "K-1", null, "e", "e", null, "geheim".repeat(5_000), null, null, null, clock.instant());
        CrmRejectedException e = assertThrows(CrmRejectedException.class, () -> open().write(handoff, "k"));
        assertTrue(e.getMessage().contains("said: zu lang, 30000 Zeichen; erlaubt sind 10000"), e.getMessage());
        assertFalse(e.getMessage().contains("geheim"), e.getMessage());
        HandoffSent word =
                new HandoffSent("h", null, "K-1", null, "e", "e", "geheim", "x", null, null, null, clock.instant());
        e = assertThrows(CrmRejectedException.class, () -> open().write(word, "k"));
        assertTrue(e.getMessage().contains("Attribut occasion in handoff"), e.getMessage());
        assertFalse(e.getMessage().contains("geheim"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "a/b", ".hidden", "ä", "a b"})
    void aKeyThatIsNoneIsRejected(String key) throws IOException {
        CrmAdapter adapter = open();
        assertThrows(CrmRejectedException.class, () -> adapter.write(call("x"), key));
        assertEquals(List.of(), names("export"));
    }

    // ---- settings

    @Test
    void deepLinksAreEncoded() {
        Optional<URI> link =
                open("deepLink", "https://crm.example/{type}?id={id}").deepLink(new CrmReference("party", "K 1/ü"));
        assertEquals(Optional.of(URI.create("https://crm.example/party?id=K%201%2F%C3%BC")), link);
        assertEquals(Optional.empty(), open().deepLink(new CrmReference("party", "1")));
    }

    @ParameterizedTest
    @CsvSource({
        "bundled, demos",
        "bundled, classpath:/nirgends.xml",
        "relativeTo, morgen",
        "zone, Berlin",
        "settleSeconds, -1",
        "settleSeconds, bald",
        "deepLink, javascript:alert({id})",
        "deepLink, https://crm.example/",
        "dropfolder, x"
    })
    void wrongSettingsAreNamed(String key, String value) {
        CrmConfigurationException e = assertThrows(CrmConfigurationException.class, () -> open(key, value));
        assertTrue(e.getMessage().contains(key), e.getMessage());
    }

    @Test
    void oneSourceIsNeeded() {
        assertThrows(CrmConfigurationException.class, () -> new XmlCrmAdapterFactory(clock).open(Map.of()));
    }

    /** A clock that a test moves. */
    private static final class MovableClock extends Clock {
        private Instant now;

        MovableClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            Clock outer = this;
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return zone;
                }

                @Override
                public Clock withZone(ZoneId other) {
                    return outer.withZone(other);
                }

                @Override
                public Instant instant() {
                    return outer.instant();
                }
            };
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
