package de.zuruf.crm.xml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.spi.CrmChange.InteractionChanged;
import de.zuruf.crm.spi.CrmChange.OrderChanged;
import de.zuruf.crm.spi.CrmChange.PartyChanged;
import de.zuruf.crm.spi.CrmChange.ProductGroupChanged;
import de.zuruf.crm.xml.Problem.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorReaderTest {
    private static final String OPEN = "<mirror xmlns=\"urn:zuruf:mirror:1.0\">\n";

    private record Read(List<CrmChange> changes, MirrorSummary summary) {
        Problem onlyProblem() {
            assertEquals(1, summary.problems().size(), () -> summary.problems().toString());
            return summary.problems().get(0);
        }
    }

    private static Read read(InputStream in, MirrorDates dates) {
        List<CrmChange> changes = new ArrayList<>();
        try (MirrorReader reader = new MirrorReader(in, dates)) {
            for (CrmChange change = reader.next(); change != null; change = reader.next()) {
                changes.add(change);
            }
            return new Read(changes, reader.summary());
        }
    }

    private static Read read(String xml) {
        return read(new ByteArrayInputStream(xml.getBytes(UTF_8)), MirrorDates.asWritten());
    }

    private static Read records(String records) {
        return read(OPEN + records + "\n</mirror>");
    }

    @Test
    void everyRecordOfTheWriterComesBackTheSame() {
        var bytes = new java.io.ByteArrayOutputStream();
        try (MirrorWriter writer = new MirrorWriter(bytes, null, "Prüfung")) {
            SampleChanges.ALL.forEach(writer::write);
        }
        Read read = read(new ByteArrayInputStream(bytes.toByteArray()), MirrorDates.asWritten());
        assertEquals(List.of(), read.summary().problems());
        assertEquals(SampleChanges.ALL, read.changes());
    }

    @Test
    void reportsABadRecordWithItsPlaceAndKeepsTheOthers() {
        Read read = records("""
                <productGroup id="G1" name="Lager"/>
                <productGroup id="G2"/>
                <productGroup id="G3" name="Ventile"/>""");
        assertEquals(List.of("G1", "G3"), groupIds(read));
        Problem problem = read.onlyProblem();
        assertEquals(Severity.RECORD_REJECTED, problem.severity());
        assertEquals(3, problem.line());
        assertTrue(problem.column() > 1);
        assertEquals("productGroup", problem.record());
        assertEquals("G2", problem.recordId());
        assertTrue(problem.reason().contains("'name'"), problem.reason());
        assertEquals(3, read.summary().read());
        assertEquals(2, read.summary().acceptedCount());
    }

    @Test
    void saysWhichAttributeIsTooLong() {
        Problem problem = records("<productGroup id=\"G\" name=\"" + "x".repeat(300) + "\"/>")
                .onlyProblem();
        assertEquals("Attribut name in productGroup: zu lang, 300 Zeichen; erlaubt sind 200.", problem.reason());
    }

    @Test
    void saysWhichWordsAreAllowed() {
        Problem problem = records("<deleted kind=\"KUNDE\" id=\"1\"/>").onlyProblem();
        assertTrue(
                problem.reason().startsWith("Attribut kind in deleted: „KUNDE“ gibt es nicht; erlaubt sind EMPLOYEE"));
    }

    @Test
    void saysWhichElementHasABadText() {
        Problem problem = records(
                        "<interaction id=\"1\" party=\"1\" date=\"2026-01-02\" channel=\"CALL\"></interaction>")
                .onlyProblem();
        assertEquals("Element interaction: leer oder zu kurz.", problem.reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<order id='1' party='2' date='2026-02-30' status='OPEN'><line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20Z' status='OPEN'><line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='1726-02-20' status='OPEN'><line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'/>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'><line product='1' quantity='1' amount='1.234' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'><line product='1' quantity='1e3' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'><line product='1' quantity='NaN' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN' discount='5'><line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'>Text<line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<order id='1' party='2' date='2026-02-20' status='OPEN'><zeile/></order>",
                "<order xmlns='' id='1' party='2' date='2026-02-20' status='OPEN'><line product='1' quantity='1' amount='1' margin='1'/></order>",
                "<party id='1' name='x' country='Deutschland'/>",
                "<party id='1' name='x' paymentBlocked='ja'/>",
                "<party id='1' name='   '/>",
                "<party id='1' name='x'><number>030 1</number></party>",
                "<party id='' name='x'/>",
                "<kunde id='1' name='x'><party id='9' name='inside'/></kunde>",
                "<employee id='1' name='x' role='CHEF'/>"
            })
    void rejectsWhatTheSchemaForbidsAndGoesOn(String bad) {
        Read read =
                records(bad + "<productGroup id='G' name='danach'/>" + bad + "<productGroup id='H' name='danach'/>");
        assertEquals(List.of("G", "H"), groupIds(read));
        assertEquals(4, read.summary().read());
        assertTrue(read.summary().problems().stream().allMatch(p -> p.severity() == Severity.RECORD_REJECTED));
        assertEquals(
                2,
                read.summary().problems().stream()
                        .map(Problem::column)
                        .collect(Collectors.toSet())
                        .size(),
                "each occurrence is reported at its own place");
    }

    @Test
    void emptyOptionalAttributesMeanNothingIsKnown() {
        PartyChanged change =
                (PartyChanged) records("<party id=' 1 ' name=' Muster  AG ' city='' owner='' industry=''/>")
                        .changes()
                        .get(0);
        assertEquals("1", change.party().id());
        assertEquals("Muster AG", change.party().name());
        assertNull(change.party().city());
        assertNull(change.party().ownerId());
        assertEquals("DE", change.party().country());
    }

    @Test
    void keepsHostileTextAsItIs() {
        String hostile = "<script>alert('x')</script> \u202Egnp.exe\u202C ';DROP TABLE party;-- \uD83D\uDE00";
        var bytes = new java.io.ByteArrayOutputStream();
        try (MirrorWriter writer = new MirrorWriter(bytes, null, null)) {
            writer.write(new ProductGroupChanged(new de.zuruf.customer.ProductGroup("G", hostile)));
        }
        Read read = read(new ByteArrayInputStream(bytes.toByteArray()), MirrorDates.asWritten());
        assertEquals(
                hostile, ((ProductGroupChanged) read.changes().get(0)).group().name());
    }

    @Test
    void aFieldOfTwoMegabytesCostsItsRecordOnly() {
        String huge = "x".repeat(2 * 1024 * 1024);
        Read inAttribute = records("<productGroup id='1' name='" + huge + "'/><productGroup id='G' name='danach'/>");
        assertEquals(List.of("G"), groupIds(inAttribute));
        assertTrue(inAttribute.onlyProblem().reason().contains("größer"));
        assertTrue(inAttribute.onlyProblem().reason().length() < 500);

        Read inText = records("<interaction id='1' party='1' date='2026-01-02' channel='CALL'>" + huge
                + "</interaction><productGroup id='G' name='danach'/>");
        assertEquals(List.of("G"), groupIds(inText));
        assertEquals("1", inText.onlyProblem().recordId());
        assertEquals(2, inText.onlyProblem().line());
    }

    @Test
    void aRecordOfEndlessElementsCostsItself() {
        String lines = "<line product='P' quantity='1' amount='1' margin='1'/>".repeat(100_000);
        Read read = records("<order id='O' party='2' date='2026-02-20' status='OPEN'>" + lines
                + "</order><productGroup id='G' name='danach'/>");
        assertEquals(List.of("G"), groupIds(read));
        Read deep = records("<order id='O' party='2' date='2026-02-20' status='OPEN'>" + "<line>".repeat(5_000)
                + "</line>".repeat(5_000) + "</order><productGroup id='G' name='danach'/>");
        assertEquals(List.of("G"), groupIds(deep));
    }

    @Test
    void aFieldWithoutEndEndsTheFile() {
        InputStream endless = new SequenceInputStream(
                new ByteArrayInputStream(
                        (OPEN + "<productGroup id='G' name='davor'/><productGroup id='H' name='").getBytes(UTF_8)),
                new InputStream() {
                    @Override
                    public int read() {
                        return 'x';
                    }
                });
        Read read = read(endless, MirrorDates.asWritten());
        assertEquals(List.of("G"), groupIds(read));
        assertEquals(Severity.REST_REJECTED, read.onlyProblem().severity());
        assertTrue(
                read.onlyProblem().reason().contains("8 MB"), read.onlyProblem().reason());
    }

    @Test
    void anExternalEntityRejectsTheFileUnread(@TempDir Path directory) throws IOException {
        Path secret = Files.writeString(directory.resolve("secret.txt"), "geheim");
        Read read = read("<!DOCTYPE mirror [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n" + OPEN
                + "<productGroup id='G' name='&x;'/></mirror>");
        assertEquals(List.of(), read.changes());
        assertEquals(Severity.FILE_REJECTED, read.onlyProblem().severity());
        assertTrue(read.onlyProblem().reason().contains("DOCTYPE"));
        assertFalse(read.summary().toString().contains("geheim"));
    }

    @Test
    void entityExpansionRejectsTheFileAtOnce() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE mirror [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        Read read = read(laughs + "]>" + OPEN + "<productGroup id='G' name='&a29;'/></mirror>");
        assertEquals(List.of(), read.changes());
        assertEquals(Severity.FILE_REJECTED, read.onlyProblem().severity());
    }

    @Test
    void anUndeclaredEntityEndsTheFile() {
        Read read = records("<productGroup id='G' name='davor'/><productGroup id='H' name='&nbsp;'/>");
        assertEquals(List.of("G"), groupIds(read));
        assertEquals(Severity.REST_REJECTED, read.onlyProblem().severity());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<mirror xmlns='urn:zuruf:mirror:2.0'><productGroup id='G' name='x'/></mirror>",
                "<mirror><productGroup id='G' name='x'/></mirror>",
                "<activity xmlns='urn:zuruf:activity:1.0' key='x'/>",
                "<html><body/></html>",
                "<mirror xmlns='urn:zuruf:mirror:1.0' anchorDate='morgen'><productGroup id='G' name='x'/></mirror>",
                "<mirror xmlns='urn:zuruf:mirror:1.0' version='2'><productGroup id='G' name='x'/></mirror>",
                "",
                "id;name\n1;x\n"
            })
    void rejectsAFileThatIsNoneOfOurs(String xml) {
        Read read = read(xml);
        assertEquals(List.of(), read.changes());
        assertEquals(Severity.FILE_REJECTED, read.onlyProblem().severity());
        assertTrue(read.summary().fileRejected());
    }

    @Test
    void namesTheExpectedRoot() {
        assertEquals(
                "Das Wurzelelement ist {urn:zuruf:mirror:2.0}mirror, erwartet wird {urn:zuruf:mirror:1.0}mirror.",
                read("<mirror xmlns='urn:zuruf:mirror:2.0'/>").onlyProblem().reason());
    }

    @Test
    void aTruncatedFileCountsUpToTheBreak() {
        String whole = OPEN + "<productGroup id='G1' name='eins'/>\n<productGroup id='G2' name='zwei'/>\n</mirror>";
        int second = whole.indexOf("<productGroup id='G2'");
        for (int length = OPEN.length(); length < whole.length(); length++) {
            Read read = read(whole.substring(0, length));
            int first = OPEN.length() + "<productGroup id='G1' name='eins'/>".length();
            int both = second + "<productGroup id='G2' name='zwei'/>".length();
            int expected = length < first ? 0 : length < both ? 1 : 2;
            assertEquals(expected, read.changes().size(), whole.substring(0, length));
            assertEquals(Severity.REST_REJECTED, read.onlyProblem().severity());
            assertTrue(read.onlyProblem().line() >= 2);
        }
        assertEquals(List.of(), read(whole).summary().problems());
    }

    @Test
    void brokenMarkupEndsTheFileWithItsLine() {
        Read read = records("<productGroup id='G1' name='eins'/>\n<productGroup id='G2' name='zwei'>\n"
                + "<productGroup id='G3' name='drei'/>");
        assertEquals(List.of("G1"), groupIds(read));
        Problem last = read.summary().problems().get(read.summary().problems().size() - 1);
        assertEquals(Severity.REST_REJECTED, last.severity());
        assertEquals(5, last.line());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "windows-1252"})
    void readsEveryEncodingThatTheFileDeclares(String encoding) {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String bom = encoding.equals("UTF-16LE") || encoding.equals("UTF-16BE") ? "\uFEFF" : "";
        byte[] bytes = (bom + "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>" + OPEN
                        + "<productGroup id='G' name='Kühlschränke für Öl'/></mirror>")
                .getBytes(Charset.forName(encoding));
        Read read = read(new ByteArrayInputStream(bytes), MirrorDates.asWritten());
        assertEquals(List.of(), read.summary().problems());
        assertEquals(
                "Kühlschränke für Öl",
                ((ProductGroupChanged) read.changes().get(0)).group().name());
    }

    @Test
    void readsUtf8WithAByteOrderMark() {
        assertEquals(
                List.of("G"),
                groupIds(read("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + OPEN
                        + "<productGroup id='G' name='x'/></mirror>")));
    }

    @Test
    void bytesThatAreNotInTheDeclaredEncodingEndTheFile() {
        byte[] bytes = (OPEN + "<productGroup id='G' name='gut'/>" + " ".repeat(20_000)
                        + "<productGroup id='H' name='Kühl'/></mirror>")
                .getBytes(StandardCharsets.ISO_8859_1);
        Read read = read(new ByteArrayInputStream(bytes), MirrorDates.asWritten());
        assertEquals(List.of("G"), groupIds(read));
        assertEquals(Severity.REST_REJECTED, read.onlyProblem().severity());
    }

    @Test
    void theLaterOfTwoRecordsWithOneIdentityCountsAndIsPointedOut() {
        Read read = records(
                "<productGroup id='G' name='alt'/><product id='G' name='x' group='G'/>\n<productGroup id='G' name='neu'/>");
        assertEquals(3, read.changes().size());
        assertEquals(
                "neu", ((ProductGroupChanged) read.changes().get(2)).group().name());
        assertEquals(Severity.WARNING, read.onlyProblem().severity());
        assertEquals(3, read.onlyProblem().line());
    }

    @Test
    void aDeliveryFullOfFaultsIsListedUpToALimit() {
        Read read = records("<productGroup id='G'/>\n".repeat(3_000) + "<unterbrochen");
        assertEquals(0, read.changes().size());
        assertEquals(1_001, read.summary().problems().size());
        assertEquals(2_000, read.summary().moreProblems());
        assertEquals(
                Severity.REST_REJECTED, read.summary().problems().get(1_000).severity());
    }

    @Test
    void aDiskThatFailsIsNotTheFilesFault() {
        InputStream failing = new SequenceInputStream(
                new ByteArrayInputStream((OPEN + "<productGroup id='G' name='x'/>").getBytes(UTF_8)),
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("disk");
                    }
                });
        assertThrows(UncheckedIOException.class, () -> read(failing, MirrorDates.asWritten()));
    }

    @Test
    void movesDatesToTodayAndOrdersOffTheWeekend() {
        String xml = "<mirror xmlns=\"urn:zuruf:mirror:1.0\" anchorDate=\"2026-11-20\">"
                + "<order id='1' party='2' date='2026-11-20' status='OPEN'><line product='1' quantity='1' amount='1' margin='1'/></order>"
                + "<interaction id='1' party='1' date='2026-11-18' channel='CALL'>x</interaction></mirror>";
        Read sunday =
                read(new ByteArrayInputStream(xml.getBytes(UTF_8)), MirrorDates.relativeTo(LocalDate.of(2028, 2, 27)));
        assertEquals(
                LocalDate.of(2028, 2, 25),
                ((OrderChanged) sunday.changes().get(0)).order().orderedOn());
        assertEquals(
                LocalDate.of(2028, 2, 25),
                ((InteractionChanged) sunday.changes().get(1)).interaction().heldOn());
        Read leapDay =
                read(new ByteArrayInputStream(xml.getBytes(UTF_8)), MirrorDates.relativeTo(LocalDate.of(2028, 2, 29)));
        assertEquals(
                LocalDate.of(2028, 2, 29),
                ((OrderChanged) leapDay.changes().get(0)).order().orderedOn());
        Read asWritten = read(new ByteArrayInputStream(xml.getBytes(UTF_8)), MirrorDates.asWritten());
        assertEquals(
                LocalDate.of(2026, 11, 20),
                ((OrderChanged) asWritten.changes().get(0)).order().orderedOn());
    }

    @Test
    void whatLiesAheadStaysAheadAfterMoving() {
        MirrorDates dates = MirrorDates.relativeTo(LocalDate.of(2026, 11, 20)).anchoredAt(LocalDate.of(2026, 11, 19));
        LocalDate friday = LocalDate.of(2026, 11, 20);
        assertEquals(friday, dates.planned(friday.minusDays(1)), "due today stays due today");
        assertEquals(LocalDate.of(2026, 11, 23), dates.planned(friday), "Saturday moves to Monday");
        assertEquals(LocalDate.of(2026, 11, 23), dates.planned(friday.plusDays(1)), "Sunday moves to Monday");
        assertEquals(LocalDate.of(2026, 11, 13), dates.planned(LocalDate.of(2026, 11, 14)), "overdue stays overdue");
        assertNull(dates.planned(null));
    }

    private static List<String> groupIds(Read read) {
        return read.changes().stream()
                .map(change -> ((ProductGroupChanged) change).group().id())
                .toList();
    }
}
