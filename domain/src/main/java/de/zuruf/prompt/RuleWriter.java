package de.zuruf.prompt;

import de.zuruf.wording.Bilingual;
import java.io.StringWriter;
import java.util.Collection;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes rules in the form that {@link RuleFile} reads. */
public final class RuleWriter {

    private RuleWriter() {}

    /** {@return the rules as one document} */
    public static String write(Collection<PromptRule> rules) {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument();
            xml.writeStartElement("rules");
            xml.writeDefaultNamespace(RuleFile.NAMESPACE);
            for (var rule : rules) {
                write(xml, rule);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a rule could not be written", e);
        }
        return text.toString();
    }

    private static void write(XMLStreamWriter xml, PromptRule rule) throws XMLStreamException {
        xml.writeStartElement("rule");
        xml.writeAttribute("id", rule.id());
        xml.writeAttribute("version", String.valueOf(rule.version()));
        xml.writeAttribute("occasion", rule.occasion().name());
        xml.writeAttribute("priority", String.valueOf(rule.priority()));
        if (rule.selling()) {
            xml.writeAttribute("selling", "true");
        }
        if (rule.suppressesSelling()) {
            xml.writeAttribute("suppresses-selling", "true");
        }
        names(xml, "value-classes", rule.valueClasses());
        names(xml, "phases", rule.phases());
        if (rule.validFrom() != null) {
            xml.writeAttribute("valid-from", rule.validFrom().toString());
        }
        if (rule.validTo() != null) {
            xml.writeAttribute("valid-to", rule.validTo().toString());
        }
        element(xml, "condition", rule.condition());
        bilingual(xml, "title", rule.title());
        bilingual(xml, "text", rule.text());
        bilingual(xml, "reason", rule.reason());
        if (!rule.questions().de().isEmpty()) {
            xml.writeStartElement("questions");
            for (var i = 0; i < rule.questions().de().size(); i++) {
                bilingual(
                        xml,
                        "question",
                        new Bilingual(
                                rule.questions().de().get(i),
                                rule.questions().en().get(i)));
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static void names(XMLStreamWriter xml, String attribute, Collection<? extends Enum<?>> values)
            throws XMLStreamException {
        if (!values.isEmpty()) {
            xml.writeAttribute(
                    attribute, values.stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        }
    }

    private static void bilingual(XMLStreamWriter xml, String name, Bilingual text) throws XMLStreamException {
        xml.writeStartElement(name);
        element(xml, "de", text.de());
        element(xml, "en", text.en());
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
