package de.zuruf.crm.xml;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What the deliverer of a file gets to read: how many records count, and what was wrong with each of the others. */
final class DeliveryReport {
    private DeliveryReport() {}

    /** What became of the file. */
    enum Outcome {
        ACCEPTED("Die Datei ist vollständig übernommen."),
        PARTLY("Die Datei ist teilweise übernommen; die genannten Datensätze fehlen."),
        REJECTED("Die Datei ist abgelehnt; nichts daraus gilt."),
        DUPLICATE("Die Datei wurde schon einmal übernommen und bleibt ohne Wirkung.");

        private final String sentence;

        Outcome(String sentence) {
            this.sentence = sentence;
        }

        static Outcome of(MirrorSummary summary) {
            boolean flawed = summary.problems().stream().anyMatch(p -> p.severity() != Problem.Severity.WARNING);
            if (!flawed) {
                return ACCEPTED;
            }
            return summary.acceptedCount() > 0 ? PARTLY : REJECTED;
        }
    }

    static byte[] of(
            DropFolder.Delivery delivery, Outcome outcome, MirrorSummary summary, String remark, Instant finishedAt) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("report");
            xml.writeDefaultNamespace(XmlFormat.REPORT_NAMESPACE);
            attribute(xml, "file", delivery.name());
            attribute(xml, "sha256", delivery.sha256());
            attribute(xml, "outcome", outcome.name());
            attribute(xml, "finishedAt", finishedAt.toString());
            attribute(xml, "read", Long.toString(summary.read()));
            attribute(xml, "accepted", Long.toString(summary.acceptedCount()));
            attribute(xml, "rejected", Long.toString(summary.read() - summary.acceptedCount()));
            line(xml, "summary", outcome.sentence + (remark == null ? "" : " " + remark));
            for (Map.Entry<String, Long> entry : new TreeMap<>(summary.accepted()).entrySet()) {
                xml.writeCharacters("\n  ");
                xml.writeEmptyElement("records");
                attribute(xml, "element", entry.getKey());
                attribute(xml, "accepted", entry.getValue().toString());
            }
            for (Problem problem : summary.problems()) {
                xml.writeCharacters("\n  ");
                xml.writeStartElement("problem");
                attribute(xml, "severity", problem.severity().name());
                if (problem.line() > 0) {
                    attribute(xml, "line", Integer.toString(problem.line()));
                    attribute(xml, "column", Integer.toString(problem.column()));
                }
                attribute(xml, "record", problem.record());
                attribute(xml, "id", problem.recordId());
                xml.writeCharacters(XmlText.legal(problem.reason()));
                xml.writeEndElement();
            }
            if (summary.moreProblems() > 0) {
                line(xml, "more", summary.moreProblems() + " weitere Beanstandungen sind nicht aufgeführt.");
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A report could not be put into XML", e);
        }
        return bytes.toByteArray();
    }

    private static void line(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, XmlText.legal(value));
        }
    }
}
