package de.zuruf.prompt;

import de.zuruf.segment.LifecyclePhase;
import de.zuruf.segment.ValueClass;
import de.zuruf.wording.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads rules from XML, the form in which they are delivered and exchanged; see docs/prompt-rules.md. */
public final class RuleFile {

    /** Namespace of the form. */
    public static final String NAMESPACE = "urn:zuruf:prompt-rules:1";

    /** Largest file. */
    public static final int MAXIMUM_BYTES = 1 << 20;

    private static final String STARTER = "starter-rules.xml";
    private static final Set<String> ATTRIBUTES = Set.of(
            "id",
            "version",
            "occasion",
            "priority",
            "selling",
            "suppresses-selling",
            "value-classes",
            "phases",
            "valid-from",
            "valid-to");

    private RuleFile() {}

    /** {@return the rules that come with the product} */
    public static List<PromptRule> starterRules() {
        try (InputStream xml = RuleFile.class.getResourceAsStream(STARTER)) {
            if (xml == null) {
                throw new IllegalStateException(STARTER + " is not in the archive");
            }
            return read(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads rules without compiling their conditions.
     *
     * @param xml UTF-8, at most 1 MiB; not closed
     * @throws RuleBookException when it is not of the expected form, with line and column
     * @throws UncheckedIOException when it cannot be read
     */
    public static List<PromptRule> read(InputStream xml) {
        byte[] bytes;
        try {
            bytes = xml.readNBytes(MAXIMUM_BYTES + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes.length > MAXIMUM_BYTES) {
            throw refused(null, "file", 0, 0, "größer als 1 MiB", "larger than 1 MiB");
        }
        // The JDK's own parser, whatever else a server has on its class path.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(decoded(bytes)));
            try {
                return new Reading(reader).rules();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            Location at = e.getLocation();
            throw refused(
                    null,
                    "file",
                    at == null ? 0 : at.getLineNumber(),
                    at == null ? 0 : at.getColumnNumber(),
                    "kein wohlgeformtes XML",
                    "not well-formed XML");
        }
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(null, "file", 0, 0, "nicht in UTF-8", "not in UTF-8");
        }
    }

    private static RuleBookException refused(String id, String part, int line, int column, String de, String en) {
        return new RuleBookException(List.of(new RuleProblem(id, part, line, column, new Bilingual(de, en))));
    }

    /** One pass over a file. */
    private static final class Reading {
        private final XMLStreamReader reader;
        private String id;

        Reading(XMLStreamReader reader) {
            this.reader = reader;
        }

        List<PromptRule> rules() throws XMLStreamException {
            nextTag();
            expectStart("rules");
            List<PromptRule> rules = new ArrayList<>();
            while (nextTag() == XMLStreamConstants.START_ELEMENT) {
                if (rules.size() == RuleBook.MAXIMUM_RULES) {
                    throw wrong(
                            "rules",
                            "höchstens " + RuleBook.MAXIMUM_RULES + " Regeln",
                            "at most " + RuleBook.MAXIMUM_RULES + " rules");
                }
                rules.add(rule());
            }
            return rules;
        }

        private PromptRule rule() throws XMLStreamException {
            expectStart("rule");
            id = null;
            id = required("id");
            for (int i = 0; i < reader.getAttributeCount(); i++) {
                if (!ATTRIBUTES.contains(reader.getAttributeLocalName(i))) {
                    String name = cut(reader.getAttributeLocalName(i));
                    throw wrong(name, "unbekanntes Attribut", "unknown attribute");
                }
            }
            int version = number("version");
            Occasion occasion = constant("occasion", Occasion.class, required("occasion"));
            int priority = number("priority");
            boolean selling = flag("selling");
            boolean suppressesSelling = flag("suppresses-selling");
            Set<ValueClass> valueClasses = constants("value-classes", ValueClass.class);
            Set<LifecyclePhase> phases = constants("phases", LifecyclePhase.class);
            LocalDate validFrom = day("valid-from");
            LocalDate validTo = day("valid-to");
            String condition = child("condition").strip();
            Bilingual title = bilingual("title");
            Bilingual text = bilingual("text");
            Bilingual reason = bilingual("reason");
            Questions questions = Questions.NONE;
            if (nextTag() == XMLStreamConstants.START_ELEMENT) {
                questions = questions();
                if (nextTag() != XMLStreamConstants.END_ELEMENT) {
                    throw wrong("rule", "nach questions folgt nichts mehr", "nothing follows questions");
                }
            }
            return new PromptRule(
                    id,
                    version,
                    occasion,
                    valueClasses,
                    phases,
                    condition,
                    priority,
                    selling,
                    suppressesSelling,
                    title,
                    text,
                    reason,
                    questions,
                    validFrom,
                    validTo);
        }

        private Questions questions() throws XMLStreamException {
            expectStart("questions");
            List<String> de = new ArrayList<>();
            List<String> en = new ArrayList<>();
            while (nextTag() == XMLStreamConstants.START_ELEMENT) {
                if (de.size() == CompiledRule.MAXIMUM_QUESTIONS) {
                    throw wrong(
                            "questions",
                            "höchstens " + CompiledRule.MAXIMUM_QUESTIONS,
                            "at most " + CompiledRule.MAXIMUM_QUESTIONS);
                }
                expectStart("question");
                Bilingual question = languages();
                de.add(question.de());
                en.add(question.en());
            }
            return new Questions(de, en);
        }

        private Bilingual bilingual(String element) throws XMLStreamException {
            nextTag();
            expectStart(element);
            return languages();
        }

        private Bilingual languages() throws XMLStreamException {
            String de = collapsed(child("de"));
            String en = collapsed(child("en"));
            if (nextTag() != XMLStreamConstants.END_ELEMENT) {
                throw wrong("en", "nach en folgt nichts mehr", "nothing follows en");
            }
            return new Bilingual(de, en);
        }

        private String child(String element) throws XMLStreamException {
            nextTag();
            expectStart(element);
            if (reader.getAttributeCount() > 0) {
                throw wrong(element, "hat keine Attribute", "has no attributes");
            }
            return reader.getElementText();
        }

        /** Lines of a file are wrapped for its readers; the screen wraps for itself. */
        private static String collapsed(String text) {
            return text.strip().replaceAll("\\s+", " ");
        }

        private int nextTag() throws XMLStreamException {
            int event = reader.next();
            while (event == XMLStreamConstants.COMMENT
                    || event == XMLStreamConstants.SPACE
                    || event == XMLStreamConstants.CHARACTERS && reader.isWhiteSpace()) {
                event = reader.next();
            }
            if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
                throw wrong("file", "hier steht etwas anderes als ein Element", "something else than an element");
            }
            return event;
        }

        private void expectStart(String element) {
            if (!reader.isStartElement()
                    || !element.equals(reader.getLocalName())
                    || !NAMESPACE.equals(reader.getNamespaceURI())) {
                throw wrong(
                        element,
                        "hier muss das Element „" + element + "“ stehen",
                        "the element '" + element + "' must be here");
            }
        }

        private String attribute(String name, String otherwise) {
            String value = reader.getAttributeValue(null, name);
            return value == null ? otherwise : value;
        }

        private int number(String name) {
            String text = required(name);
            try {
                return Integer.parseInt(text);
            } catch (NumberFormatException e) {
                throw wrong(name, "keine ganze Zahl", "not a whole number");
            }
        }

        private boolean flag(String name) {
            String text = attribute(name, "false");
            if (!"true".equals(text) && !"false".equals(text)) {
                throw wrong(name, "nur true oder false", "only true or false");
            }
            return Boolean.parseBoolean(text);
        }

        private LocalDate day(String name) {
            String text = attribute(name, null);
            try {
                return text == null ? null : LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw wrong(name, "kein Tag wie 2026-11-22", "not a day such as 2026-11-22");
            }
        }

        private <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
            Set<E> constants = new LinkedHashSet<>();
            for (String text : attribute(name, "").strip().split(" +")) {
                if (!text.isEmpty()) {
                    constants.add(constant(name, type, text));
                }
            }
            return constants;
        }

        private <E extends Enum<E>> E constant(String name, Class<E> type, String text) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(c -> c.name().equals(text))
                    .findFirst()
                    .orElseThrow(() -> wrong(name, "unbekannt: „" + cut(text) + "“", "unknown: '" + cut(text) + "'"));
        }

        private String required(String name) {
            String value = attribute(name, null);
            if (value == null || value.isBlank()) {
                throw wrong(name, "fehlt", "is missing");
            }
            return value;
        }

        private RuleBookException wrong(String part, String de, String en) {
            Location at = reader.getLocation();
            return refused(id == null ? null : cut(id), part, at.getLineNumber(), at.getColumnNumber(), de, en);
        }

        private static String cut(String text) {
            return text.length() > 64 ? text.substring(0, 64) : text;
        }
    }
}
