package de.zuruf.crm.xml;

import de.zuruf.crm.spi.CrmActivity;
import de.zuruf.crm.spi.CrmRejectedException;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Writes activities, one file each, named by their key. The file that is there first stays: a receiver may be reading
 * it, and the same key means the same activity.
 */
final class ActivityExport {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");
    private static final int STRIPES = 16;

    private final Path directory;
    private final Object[] locks = new Object[STRIPES];

    ActivityExport(Path directory) {
        this.directory = directory;
        Arrays.setAll(locks, i -> new Object());
    }

    /**
     * @throws CrmRejectedException when the activity does not fit the schema
     * @throws IOException          when the directory cannot be written
     */
    void write(CrmActivity activity, String key) throws IOException {
        if (!KEY.matcher(key).matches()) {
            throw new CrmRejectedException("The idempotency key is not 1 to 64 characters of [A-Za-z0-9._-]");
        }
        byte[] content = checked(activity, key);
        Path target = directory.resolve(key + ".xml");
        synchronized (locks[Math.floorMod(key.hashCode(), STRIPES)]) {
            if (!Files.exists(target)) {
                DurableFile.write(target, content);
            }
        }
    }

    private static byte[] checked(CrmActivity activity, String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<Problem> problems = new ArrayList<>();
        var validator = XmlFormat.validator(XmlFormat.activitySchema());
        validator.setErrorHandler(new Complaints(problems));
        try {
            var record = ActivityRecords.of(activity, key);
            Marshaller marshaller = Binding.CONTEXT.createMarshaller();
            marshaller.marshal(record, validator);
            if (problems.isEmpty()) {
                marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
                marshaller.marshal(record, bytes);
            }
        } catch (JAXBException e) {
            throw new IllegalStateException("JAXB cannot bind an activity", e);
        }
        if (!problems.isEmpty()) {
            throw new CrmRejectedException("The activity does not fit zuruf-activity-1.0.xsd: "
                    + problems.stream().map(Problem::reason).collect(Collectors.joining(" ")));
        }
        return bytes.toByteArray();
    }

    /** Reasons go to the outbox and the log and so must not repeat what was said on the telephone. */
    private record Complaints(List<Problem> problems) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // A warning of the validator does not concern the data.
        }

        @Override
        public void error(SAXParseException e) {
            SchemaReason.append(
                    e.getMessage(),
                    problems,
                    SchemaReason.Values.HIDDEN,
                    reason -> problems.add(new Problem(Problem.Severity.RECORD_REJECTED, 0, 0, null, null, reason)));
        }

        @Override
        public void fatalError(SAXParseException e) {
            error(e);
        }
    }

    private static final class Binding {
        static final JAXBContext CONTEXT = context();

        private static JAXBContext context() {
            try {
                return JAXBContext.newInstance(ActivityRecords.ActivityXml.class);
            } catch (JAXBException e) {
                throw new IllegalStateException("JAXB cannot bind activities", e);
            }
        }
    }
}
