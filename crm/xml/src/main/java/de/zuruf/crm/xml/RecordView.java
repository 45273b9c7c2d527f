package de.zuruf.crm.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * The stretch of a file that is one record, shown to JAXB as if the document ended with it. Everything that JAXB pulls
 * through goes to the schema validator as well, so that the file is read once only; and what grows too large stops here.
 */
final class RecordView extends StreamReaderDelegate {
    /** Characters that one record may hold, attributes and text together. */
    static final int CHARACTER_LIMIT = 256 * 1024;

    private static final int DEPTH_LIMIT = 16;

    private final ValidatorHandler validator;
    private final AttributesImpl attributes = new AttributesImpl();
    private final Deque<String> open = new ArrayDeque<>();
    private int depth;
    private long characters;
    private boolean passed;
    private XMLStreamException malformed;
    private String excess;

    RecordView(XMLStreamReader file, ValidatorHandler validator) {
        super(file);
        this.validator = validator;
    }

    /** Begins with the start element that the file stands at. */
    void begin() throws XMLStreamException {
        open.clear();
        depth = 1;
        characters = 0;
        passed = false;
        malformed = null;
        excess = null;
        startElement();
    }

    /** {@return what makes the file unreadable from here on; null when nothing does} */
    XMLStreamException malformed() {
        return malformed;
    }

    /** {@return in German, which limit the record breaks; null when it breaks none} */
    String excess() {
        return excess;
    }

    /** Moves the file to the end of the record without looking at what is left of it. */
    void drain() throws XMLStreamException {
        while (depth > 0) {
            int event = getParent().next();
            if (event == START_ELEMENT) {
                depth++;
            } else if (event == END_ELEMENT) {
                depth--;
            }
        }
        while (!open.isEmpty()) {
            endElement();
        }
    }

    @Override
    public int next() throws XMLStreamException {
        if (depth == 0) {
            passed = true;
            return END_DOCUMENT;
        }
        int event;
        try {
            event = super.next();
        } catch (XMLStreamException e) {
            malformed = e;
            throw e;
        }
        switch (event) {
            case START_ELEMENT -> {
                depth++;
                if (depth > DEPTH_LIMIT) {
                    exceed("Elemente sind tiefer als " + DEPTH_LIMIT + " Ebenen verschachtelt.");
                }
                startElement();
            }
            case CHARACTERS, CDATA, SPACE -> text();
            case END_ELEMENT -> {
                depth--;
                endElement();
            }
            case ENTITY_REFERENCE -> exceed("Verweise auf Entitäten sind nicht erlaubt.");
            default -> {
                // Comments and processing instructions carry no data.
            }
        }
        return event;
    }

    @Override
    public boolean hasNext() {
        return !passed;
    }

    @Override
    public int getEventType() {
        return passed ? XMLStreamConstants.END_DOCUMENT : super.getEventType();
    }

    @Override
    public boolean isStartElement() {
        return getEventType() == START_ELEMENT;
    }

    private void startElement() throws XMLStreamException {
        Attributes current = attributesOf(getParent(), attributes);
        for (int i = 0; i < current.getLength(); i++) {
            count(current.getValue(i).length());
        }
        String name = getLocalName();
        try {
            validator.startElement(uri(getNamespaceURI()), name, name, current);
        } catch (SAXException e) {
            throw new XMLStreamException(e);
        }
        open.push(name);
    }

    private void endElement() throws XMLStreamException {
        String name = open.pop();
        try {
            validator.endElement(XmlFormat.MIRROR_NAMESPACE, name, name);
        } catch (SAXException e) {
            throw new XMLStreamException(e);
        }
    }

    private void text() throws XMLStreamException {
        int length = getTextLength();
        count(length);
        try {
            validator.characters(getTextCharacters(), getTextStart(), length);
        } catch (SAXException e) {
            throw new XMLStreamException(e);
        }
    }

    private void count(int length) throws XMLStreamException {
        characters += length;
        if (characters > CHARACTER_LIMIT) {
            exceed("Der Datensatz ist größer als " + CHARACTER_LIMIT / 1024 + " Ki Zeichen.");
        }
    }

    private void exceed(String reason) throws XMLStreamException {
        excess = reason;
        throw new XMLStreamException(reason);
    }

    static Attributes attributesOf(XMLStreamReader reader, AttributesImpl target) {
        target.clear();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            String name = reader.getAttributeLocalName(i);
            target.addAttribute(uri(reader.getAttributeNamespace(i)), name, name, "CDATA", reader.getAttributeValue(i));
        }
        return target;
    }

    private static String uri(String namespace) {
        return namespace == null ? "" : namespace;
    }
}
