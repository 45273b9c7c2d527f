package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallKey;
import de.zuruf.telephony.Telephony;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.IllegalStateException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.asteriskjava.manager.TimeoutException;

/** The handle that the application holds. */
final class AmiTelephony implements Telephony {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]{1,40}");
    private static final Pattern KEYS = Pattern.compile("[0-9*]{1,40}");
    private static final Pattern EXTENSION = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

    private final AtomicReference<AmiManagedConnection> connection = new AtomicReference<>();

    AmiTelephony(AmiManagedConnection connection) {
        this.connection.set(connection);
    }

    @Override
    public String ping() throws ResourceException {
        return told(open -> open.session().ping());
    }

    @Override
    public String pbx() {
        AmiManagedConnection open = connection.get();
        return open == null ? null : open.pbx();
    }

    @Override
    public void dial(CallKey call, String extension, String number, String shown) throws ResourceException {
        if (!call.dialled() || LineText.channelId(call.linkedId()) == null) {
            throw new ResourceException("The key of a call that is to be dialled begins with " + CallKey.DIALLED);
        }
        requireDigits(number);
        requireExtension(extension);
        told(open -> {
            TelephonyManagedConnectionFactory factory = open.factory();
            open.session()
                    .originate(
                            call.linkedId(),
                            device(open, extension),
                            extension,
                            number,
                            shown == null ? null : LineText.quotable(shown),
                            factory.getDialContext(),
                            Duration.ofSeconds(factory.getRingSeconds()));
            return null;
        });
    }

    @Override
    public void hangUp(String legId) throws ResourceException {
        requireChannel(legId);
        told(open -> {
            open.session().hangUp(legId);
            return null;
        });
    }

    @Override
    public void transfer(String legId, String target) throws ResourceException {
        requireChannel(legId);
        requireDigits(target);
        told(open -> {
            open.session().transfer(legId, target, open.factory().getDialContext());
            return null;
        });
    }

    @Override
    public void consult(String legId, String target) throws ResourceException {
        requireChannel(legId);
        if (!KEYS.matcher(target).matches()) {
            throw new ResourceException("Not digits that a telephone can type");
        }
        told(open -> {
            open.session().consult(legId, target, open.factory().getDialContext());
            return null;
        });
    }

    @Override
    public void cancelConsultation(String legId) throws ResourceException {
        requireChannel(legId);
        told(open -> {
            open.session().cancelConsultation(legId);
            return null;
        });
    }

    @Override
    public void park(CallKey call, String extension) throws ResourceException {
        requireChannel(call.linkedId());
        requireExtension(extension);
        told(open -> {
            open.session().park(call.linkedId(), device(open, extension));
            return null;
        });
    }

    private static String device(AmiManagedConnection open, String extension) {
        return open.factory().getDevice().replace("{extension}", extension);
    }

    /** What is not of this form could say something else to the PBX than what was meant. */
    private static void requireDigits(String number) throws ResourceException {
        if (!NUMBER.matcher(number).matches()) {
            throw new ResourceException("Not digits that can be dialled");
        }
    }

    private static void requireExtension(String extension) throws ResourceException {
        if (!EXTENSION.matcher(extension).matches()) {
            throw new ResourceException("Not an extension");
        }
    }

    /** A line break in a value would begin another header of the action. */
    private static void requireLines(String... values) throws ResourceException {
        for (String value : values) {
            if (value != null && value.chars().anyMatch(Character::isISOControl)) {
                throw new ResourceException("Not a value that can be sent");
            }
        }
    }

    /** Asterisk finds a channel by its name or its Uniqueid, and takes what stands between slashes for a pattern of names. */
    private static void requireChannel(String legId) throws ResourceException {
        if (LineText.channelId(legId) == null || legId.startsWith("/")) {
            throw new ResourceException("Not a channel's Uniqueid");
        }
    }

    private interface Order<T> {
        T give(AmiManagedConnection open) throws ResourceException, IOException, TimeoutException;
    }

    private <T> T told(Order<T> order) throws ResourceException {
        AmiManagedConnection open = connection.get();
        if (open == null) {
            throw new IllegalStateException("The handle is closed");
        }
        try {
            return order.give(open);
        } catch (IOException | TimeoutException e) {
            throw new ResourceException("The telephone system does not answer", e);
        }
    }

    @Override
    public void queueAdd(String queue, String extension, String memberName, boolean paused) throws ResourceException {
        requireLines(queue, memberName);
        requireExtension(extension);
        told(open -> {
            open.session().queueAdd(queue, extension, memberName, paused);
            return null;
        });
    }

    @Override
    public void queueRemove(String queue, String extension) throws ResourceException {
        requireLines(queue);
        requireExtension(extension);
        told(open -> {
            open.session().queueRemove(queue, extension);
            return null;
        });
    }

    @Override
    public void queuePause(String queue, String extension, boolean paused, String reason) throws ResourceException {
        requireLines(queue, reason);
        requireExtension(extension);
        told(open -> {
            open.session().queuePause(queue, extension, paused, reason);
            return null;
        });
    }

    @Override
    public void close() {
        AmiManagedConnection open = connection.getAndSet(null);
        if (open != null) {
            open.closed(this);
        }
    }

    void moveTo(AmiManagedConnection other) {
        connection.set(other);
    }

    void invalidate() {
        connection.set(null);
    }
}
