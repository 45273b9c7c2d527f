package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmChange;
import de.zuruf.crm.xml.MirrorRecords.MirrorRecord;
import de.zuruf.crm.xml.Problem.Severity;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Reads a delivery (schema {@code zuruf-mirror-1.0.xsd}) record by record with flat memory. A bad record is reported
 * and left out; a file that breaks off counts up to there; a file that is none of ours does not count at all. Not for
 * use by several threads at once.
 */
public final class MirrorReader implements AutoCloseable {
    private static final int LISTED_PROBLEMS = 1_000;
    private static final int REASONS_PER_RECORD = 10;

    private final InputStream source;
    private final MirrorDates dates;
    private final ValidatorHandler validator = XmlFormat.validator(XmlFormat.mirrorSchema());
    private final Unmarshaller unmarshaller = unmarshaller();
    private final SeenIdentities seen = new SeenIdentities();
    private final Map<String, Long> accepted = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> complaints = new ArrayList<>();

    private XMLStreamReader xml;
    private RecordView view;
    private MirrorDates anchored;
    private String record;
    private String recordId;
    private long position;
    private long moreProblems;
    private boolean judging;
    private boolean strayText;
    private boolean ended;

    /**
     * @param in    the file's bytes in any encoding that XML knows; closed together with this reader
     * @param dates how dates are taken
     */
    public MirrorReader(InputStream in, MirrorDates dates) {
        this.source = new MarkupGuard(in);
        this.dates = dates;
        validator.setErrorHandler(new Complaints());
    }

    /**
     * Reads on to the next good record.
     *
     * @return the change; null when the file is at its end, by itself or because the rest cannot be read
     * @throws UncheckedIOException when the file's bytes cannot be got; what was read before stands
     */
    public CrmChange next() {
        try {
            return ended ? null : readOn();
        } catch (XMLStreamException e) {
            breakOff(e);
            return null;
        }
    }

    /** {@return number of records passed so far, good or bad} */
    public long position() {
        return position;
    }

    /** {@return what was found so far} */
    public MirrorSummary summary() {
        return new MirrorSummary(position, accepted, problems, moreProblems);
    }

    @Override
    public void close() {
        ended = true;
        try {
            if (xml != null) {
                xml.close();
            }
            source.close();
        } catch (XMLStreamException | IOException e) {
            throw new UncheckedIOException(new IOException("Could not close a delivery", e));
        }
    }

    private CrmChange readOn() throws XMLStreamException {
        if (xml == null && !enterRoot()) {
            ended = true;
            return null;
        }
        while (!ended) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    CrmChange change = readRecord();
                    position++;
                    if (change != null) {
                        return change;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!xml.isWhiteSpace() && !strayText) {
                        strayText = true;
                        report(Severity.WARNING, "Text außerhalb von Datensätzen bleibt ohne Wirkung.");
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> ended = true;
                default -> {
                    // Comments, processing instructions and the root's end carry no data.
                }
            }
        }
        if (seen.full()) {
            report(
                    Severity.WARNING,
                    "Doppelte Kennungen wurden nur unter den ersten " + SeenIdentities.CAPACITY
                            + " Datensätzen gesucht.");
        }
        return null;
    }

    private boolean enterRoot() throws XMLStreamException {
        xml = XmlFormat.inputFactory().createXMLStreamReader(source);
        for (int event = xml.getEventType(); event != XMLStreamConstants.START_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.DTD) {
                report(Severity.FILE_REJECTED, "Eine Dokumenttyp-Deklaration (DOCTYPE) ist nicht erlaubt.");
                return false;
            }
        }
        if (!XmlFormat.MIRROR_NAMESPACE.equals(xml.getNamespaceURI()) || !"mirror".equals(xml.getLocalName())) {
            report(
                    Severity.FILE_REJECTED,
                    "Das Wurzelelement ist {" + (xml.getNamespaceURI() == null ? "" : xml.getNamespaceURI()) + "}"
                            + xml.getLocalName() + ", erwartet wird {" + XmlFormat.MIRROR_NAMESPACE + "}mirror.");
            return false;
        }
        judging = true;
        Attributes attributes = RecordView.attributesOf(xml, new AttributesImpl());
        try {
            validator.startDocument();
            validator.startElement(XmlFormat.MIRROR_NAMESPACE, "mirror", "mirror", attributes);
        } catch (SAXException e) {
            throw new XMLStreamException(e);
        }
        if (!complaints.isEmpty()) {
            conclude(Severity.FILE_REJECTED);
            return false;
        }
        String anchor = attributes.getValue("", "anchorDate");
        anchored = dates.anchoredAt(anchor == null ? null : LocalDate.parse(anchor.strip()));
        view = new RecordView(xml, validator);
        return true;
    }

    /** {@return the record at which the file stands; null when it was rejected} */
    private CrmChange readRecord() throws XMLStreamException {
        record = xml.getLocalName();
        recordId = xml.getAttributeValue(null, "id");
        Class<? extends MirrorRecord> type = MirrorRecords.BY_ELEMENT.get(record);
        if (type == null || !XmlFormat.MIRROR_NAMESPACE.equals(xml.getNamespaceURI())) {
            report(Severity.RECORD_REJECTED, "Einen Datensatz <" + record + "> gibt es nicht.");
            skipElement();
            return null;
        }
        Location start = xml.getLocation();
        judging = true;
        complaints.clear();
        MirrorRecord read = null;
        try {
            view.begin();
            read = unmarshaller.unmarshal(view, type).getValue();
        } catch (JAXBException | XMLStreamException e) {
            if (view.malformed() != null) {
                throw view.malformed();
            }
            judging = false;
            view.drain();
            // What the schema finds fault with because of the break is a consequence, not the reason.
            complaints.clear();
            complain(start, view.excess() == null ? "Der Datensatz ist nicht lesbar." : view.excess());
        }
        if (!complaints.isEmpty()) {
            conclude(Severity.RECORD_REJECTED);
            return null;
        }
        CrmChange change = read.toChange(anchored);
        String kind = change instanceof CrmChange.Deleted deleted ? "deleted " + deleted.kind() : record;
        if (seen.repeated(kind, recordId.strip())) {
            report(Severity.WARNING, "Die Kennung kam in dieser Datei schon vor; der spätere Datensatz gilt.");
        }
        accepted.merge(record, 1L, Long::sum);
        record = null;
        recordId = null;
        return change;
    }

    private void skipElement() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
        record = null;
        recordId = null;
    }

    private void breakOff(XMLStreamException e) {
        ended = true;
        Throwable cause = e.getNestedException() == null ? e.getCause() : e.getNestedException();
        boolean broken = cause == null
                || !(cause instanceof IOException)
                || cause instanceof CharConversionException
                || cause instanceof java.io.UnsupportedEncodingException
                || cause instanceof MarkupGuard.OversizedFieldException;
        if (!broken) {
            throw new UncheckedIOException((IOException) cause);
        }
        Location at = e.getLocation() == null && xml != null ? xml.getLocation() : e.getLocation();
        String reason = cause instanceof MarkupGuard.OversizedFieldException
                ? cause.getMessage()
                : "Kein wohlgeformtes XML: " + withoutPosition(e.getMessage());
        Severity severity = view == null ? Severity.FILE_REJECTED : Severity.REST_REJECTED;
        add(new Problem(
                severity,
                at == null ? 0 : Math.max(0, at.getLineNumber()),
                at == null ? 0 : Math.max(0, at.getColumnNumber()),
                record,
                shortened(recordId),
                reason));
    }

    /** The JDK repeats the position in the message; it stands in its own fields here. */
    private static String withoutPosition(String message) {
        int text = message == null ? -1 : message.indexOf("Message: ");
        return text < 0 ? String.valueOf(message) : message.substring(text + "Message: ".length());
    }

    private void report(Severity severity, String reason) {
        Location at = xml.getLocation();
        add(new Problem(severity, at.getLineNumber(), at.getColumnNumber(), record, shortened(recordId), reason));
    }

    private void complain(Location at, String reason) {
        complaints.add(new Problem(
                Severity.RECORD_REJECTED,
                at.getLineNumber(),
                at.getColumnNumber(),
                record,
                shortened(recordId),
                reason));
    }

    private void conclude(Severity severity) {
        judging = false;
        complaints.stream()
                .limit(REASONS_PER_RECORD)
                .map(c -> new Problem(severity, c.line(), c.column(), c.record(), c.recordId(), c.reason()))
                .forEach(this::add);
        complaints.clear();
        record = null;
        recordId = null;
    }

    private void add(Problem problem) {
        // The end of a file is worth more to its sender than the thousandth bad record.
        if (problems.size() < LISTED_PROBLEMS || problem.severity().compareTo(Severity.RECORD_REJECTED) > 0) {
            problems.add(problem);
        } else {
            moreProblems++;
        }
    }

    private static String shortened(String id) {
        return id == null || id.length() <= 64 ? id : id.substring(0, 63) + "…";
    }

    private static Unmarshaller unmarshaller() {
        try {
            Unmarshaller unmarshaller = Binding.CONTEXT.createUnmarshaller();
            // The schema validator alone judges; JAXB would stop at the first thing that it does not like.
            unmarshaller.setEventHandler(event -> true);
            return unmarshaller;
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB cannot bind the mirror's records", e);
        }
    }

    private static final class Binding {
        static final JAXBContext CONTEXT = context();

        private static JAXBContext context() {
            try {
                return JAXBContext.newInstance(MirrorRecords.BY_ELEMENT.values().toArray(Class[]::new));
            } catch (JAXBException e) {
                throw new IllegalStateException("JAXB cannot bind the mirror's records", e);
            }
        }
    }

    /** Collects what the schema validator finds in the record that is being read. */
    private final class Complaints implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning of the validator does not concern the data.
        }

        @Override
        public void error(SAXParseException e) {
            if (judging) {
                SchemaReason.append(
                        e.getMessage(),
                        complaints,
                        SchemaReason.Values.SHOWN,
                        reason -> complain(xml.getLocation(), reason));
            }
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }
}
