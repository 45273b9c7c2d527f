package de.zuruf.crm.xml;

import java.net.URL;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.SAXException;

/** Names, schemas and hardened parsers of the two file formats. */
final class XmlFormat {
    static final String MIRROR_NAMESPACE = "urn:zuruf:mirror:1.0";
    static final String ACTIVITY_NAMESPACE = "urn:zuruf:activity:1.0";
    static final String REPORT_NAMESPACE = "urn:zuruf:report:1.0";

    private XmlFormat() {}

    static Schema mirrorSchema() {
        return Mirror.SCHEMA;
    }

    static Schema activitySchema() {
        return Activity.SCHEMA;
    }

    /** The JDK's own StAX parser, whatever else lies on the class path, with everything off that a file could abuse. */
    static XMLInputFactory inputFactory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        // Without it the JDK prints to the console what it also throws.
        factory.setXMLReporter((message, type, related, location) -> {});
        return factory;
    }

    /** A validator that complains in German where the JDK can. */
    static ValidatorHandler validator(Schema schema) {
        ValidatorHandler handler = schema.newValidatorHandler();
        try {
            handler.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            handler.setProperty("http://apache.org/xml/properties/locale", Locale.GERMAN);
        } catch (SAXException e) {
            throw new IllegalStateException("This JDK's schema validator lacks a needed setting", e);
        }
        return handler;
    }

    private static Schema load(String name) {
        URL location = XmlFormat.class.getResource(name);
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            // Reading the schema as a stream keeps the check of external schemas strict: it refers to none.
            return factory.newSchema(new StreamSource(XmlFormat.class.getResourceAsStream(name)));
        } catch (SAXException e) {
            throw new IllegalStateException("The schema " + location + " is broken", e);
        }
    }

    private static final class Mirror {
        static final Schema SCHEMA = load("zuruf-mirror-1.0.xsd");
    }

    private static final class Activity {
        static final Schema SCHEMA = load("zuruf-activity-1.0.xsd");
    }
}
