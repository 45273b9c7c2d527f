package de.zuruf.telephony.ami;

import de.zuruf.telephony.TelephonyRefusedException;
import de.zuruf.telephony.TelephonyRefusedException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.action.AtxferAction;
import org.asteriskjava.manager.action.CoreSettingsAction;
import org.asteriskjava.manager.action.CoreShowChannelsAction;
import org.asteriskjava.manager.action.GetVarAction;
import org.asteriskjava.manager.action.HangupAction;
import org.asteriskjava.manager.action.ManagerAction;
import org.asteriskjava.manager.action.OriginateAction;
import org.asteriskjava.manager.action.PingAction;
import org.asteriskjava.manager.action.QueueAddAction;
import org.asteriskjava.manager.action.QueuePauseAction;
import org.asteriskjava.manager.action.QueueRemoveAction;
import org.asteriskjava.manager.action.QueueStatusAction;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.manager.response.ManagerError;
import org.asteriskjava.manager.response.ManagerResponse;
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * One session with the manager interface, from connecting to its loss; never reused. Reconnecting is done by
 * {@link PbxWork}, not by asterisk-java, which would do it on a thread of its own.
 */
final class AmiSession implements AutoCloseable {

    /** The PBX refuses an action because of the manager user's rights. */
    static final class NotPermittedException extends IOException {
        NotPermittedException(String action) {
            super(action);
        }
    }

    private static final int ANSWER_MILLIS = 5_000;

    /** The write class that Asterisk wants for what is ordered of queues. */
    private static final String QUEUE_RIGHT = "agent";

    /** How long the PBX may take to answer a sign of life. */
    static final int PING_MILLIS = 2_000;

    private final CountDownLatch lost = new CountDownLatch(1);
    private final Connection connection;
    private final TelephonyActivationSpec spec;
    private volatile AmiSocket socket;
    private volatile String version = "Asterisk";

    AmiSession(TelephonyActivationSpec spec, Consumer<AmiFrame> events) {
        this.spec = spec;
        connection = new Connection(spec, events);
    }

    private final class Connection extends ManagerConnectionImpl {
        private final TelephonyActivationSpec spec;
        private final Consumer<AmiFrame> events;

        Connection(TelephonyActivationSpec spec, Consumer<AmiFrame> events) {
            this.spec = spec;
            this.events = events;
            setHostname(spec.getHost());
            setPort(spec.getPort());
            setUsername(spec.getUser());
            setPassword(spec.getPassword());
            setDefaultResponseTimeout(ANSWER_MILLIS);
        }

        @Override
        protected SocketConnectionFacade createSocket() throws IOException {
            socket = new AmiSocket(spec.getHost(), spec.getPort(), Boolean.TRUE.equals(spec.getTls()), events);
            if (lost.getCount() == 0) {
                socket.close();
            }
            return socket;
        }

        @Override
        protected AsteriskVersion determineVersion() throws IOException, TimeoutException {
            ManagerResponse settings = sendAction(new CoreSettingsAction(), ANSWER_MILLIS);
            String text = settings.getAttribute("AsteriskVersion");
            if (text != null) {
                version = "Asterisk " + text;
            }
            // The actions that we send have looked the same since Asterisk 13.
            return AsteriskVersion.ASTERISK_22;
        }

        @Override
        public void dispatchEvent(ManagerEvent event, Integer requiredHandlingTime) {
            if (event instanceof DisconnectEvent) {
                // Kept from asterisk-java, which would start to reconnect.
                lost.countDown();
                return;
            }
            super.dispatchEvent(event, requiredHandlingTime);
        }
    }

    /**
     * Connects and logs in.
     *
     * @throws AuthenticationFailedException when user or password are wrong, or the PBX cannot be talked to at all
     * @throws IOException                   when it cannot be reached
     * @throws TimeoutException              when it does not answer
     */
    void login() throws IOException, AuthenticationFailedException, TimeoutException {
        connection.login();
    }

    /**
     * Asks for the list of channels; it comes as events {@code CoreShowChannel} and {@code CoreShowChannelsComplete}.
     *
     * @throws NotPermittedException when the manager user may not ask
     * @throws IOException           when the session is lost
     * @throws TimeoutException      when the PBX does not answer
     */
    void requestSnapshot() throws IOException, TimeoutException {
        ManagerResponse response = send(new CoreShowChannelsAction(), ANSWER_MILLIS);
        if (response instanceof ManagerError) {
            throw new NotPermittedException("CoreShowChannels");
        }
    }

    /**
     * @return the PBX's version text
     * @throws NotPermittedException when the manager user has lost even this right, which needs none
     * @throws IOException           when the session is lost
     * @throws TimeoutException      when there is no answer within two seconds
     */
    String ping() throws IOException, TimeoutException {
        if (send(new PingAction(), PING_MILLIS) instanceof ManagerError) {
            throw new NotPermittedException("Ping");
        }
        return version;
    }

    /** {@return the {@link System#nanoTime()} at which the PBX last sent something, whatever it was; only after login} */
    long heard() {
        return socket.heard();
    }

    String version() {
        return version;
    }

    /**
     * Lets a telephone ring and dials a number from it when it is picked up.
     *
     * @param linkedId what both channels shall be known by
     * @param device   the telephone in Asterisk's notation, e.g. {@code PJSIP/201}
     * @param dialplan context in which the number is dialled
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void originate(
            String linkedId,
            String device,
            String extension,
            String number,
            String shown,
            String dialplan,
            Duration ringing)
            throws IOException, TimeoutException, TelephonyRefusedException {
        OriginateAction originate = new OriginateAction();
        originate.setChannelId(linkedId);
        originate.setChannel(device);
        originate.setContext(dialplan);
        originate.setExten(number);
        originate.setPriority(1);
        originate.setCallerId(shown == null ? "<" + number + ">" : "\"" + shown + "\" <" + number + ">");
        originate.setTimeout(ringing.toMillis());
        originate.setVariables(Map.of("ZURUF_EXTENSION", extension));
        originate.setAsync(true);
        order(originate, "originate");
    }

    /**
     * @param channel Uniqueid
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void hangUp(String channel) throws IOException, TimeoutException, TelephonyRefusedException {
        // 16: normal clearing (ITU-T Q.850).
        order(new HangupAction(channel, 16), "call");
    }

    /**
     * @param channel  Uniqueid of the telephone that passes on
     * @param dialplan context in which the target is dialled
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void transfer(String channel, String target, String dialplan)
            throws IOException, TimeoutException, TelephonyRefusedException {
        order(new BlindTransferAction(channel, target, dialplan), "call");
    }

    /**
     * Lets a telephone dial somebody while the one in its bridge waits. Asterisk types transfer key and number into the call, so a call
     * in which that key means nothing would hear them: whether it means something is asked before.
     *
     * @param channel  Uniqueid of the telephone that asks
     * @param dialplan context in which the target is dialled
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void consult(String channel, String target, String dialplan)
            throws IOException, TimeoutException, TelephonyRefusedException {
        ManagerResponse features = order(new GetVarAction(channel, "CHANNEL(dtmf_features)"), "call");
        // T: what the options t and T of Dial and Queue give to a telephone.
        if (!String.valueOf(features.getAttribute("Value")).contains("T")) {
            throw new TelephonyRefusedException(
                    Reason.NOT_SET_UP, null, "Dial or Queue has not given this telephone the option t");
        }
        AtxferAction ask = new AtxferAction();
        ask.setChannel(channel);
        // The last key says that the number is complete; without it Asterisk waits for more.
        ask.setExten(target + "#");
        ask.setContext(dialplan);
        order(ask, "call");
    }

    /**
     * @param channel Uniqueid of the telephone that asks
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void cancelConsultation(String channel) throws IOException, TimeoutException, TelephonyRefusedException {
        order(new CancelAtxferAction(channel), "call");
    }

    /**
     * @param channel Uniqueid of the caller
     * @param device  whom to ring when nobody fetches him, in Asterisk's notation
     * @throws TelephonyRefusedException when the PBX does not do it
     * @throws IOException               when the session is lost
     * @throws TimeoutException          when the PBX does not answer
     */
    void park(String channel, String device) throws IOException, TimeoutException, TelephonyRefusedException {
        order(new ParkCallerAction(channel, device), "call");
    }

    /** {@code right}: the write class that Asterisk wants for it. */
    private ManagerResponse order(ManagerAction action, String right)
            throws IOException, TimeoutException, TelephonyRefusedException {
        ManagerResponse response = send(action, ANSWER_MILLIS);
        if (response instanceof ManagerError refusal) {
            throw refused(String.valueOf(refusal.getMessage()), right);
        }
        return response;
    }

    /** The texts are those of main/manager.c and apps/app_queue.c, the same from Asterisk 16 to 22. */
    static TelephonyRefusedException refused(String message, String right) {
        String text = message.toLowerCase(Locale.ROOT);
        if (text.contains("permission denied")) {
            return new TelephonyRefusedException(Reason.NOT_PERMITTED, right, message);
        }
        if (text.contains("no such channel") || text.startsWith("channel ") && text.contains("does not exist")) {
            // Park says its name behind a colon.
            return new TelephonyRefusedException(Reason.CALL_OVER, null, message.replaceFirst(":.*", ""));
        }
        if (text.contains("feature code found") || text.contains("unknown command")) {
            return new TelephonyRefusedException(Reason.NOT_SET_UP, null, message);
        }
        return new TelephonyRefusedException(reason(text), null, message);
    }

    private static Reason reason(String text) {
        if (text.contains("no such queue")) {
            return Reason.UNKNOWN_QUEUE;
        }
        if (text.contains("interface not found")) {
            return Reason.NOT_IN_QUEUE;
        }
        if (text.contains("not dynamic")) {
            return Reason.FIXED_IN_QUEUE;
        }
        return text.contains("invalid") && text.contains("transfer") ? Reason.UNKNOWN_TARGET : Reason.OTHER;
    }

    private ManagerResponse send(ManagerAction action, long millis) throws IOException, TimeoutException {
        try {
            ManagerResponse response = connection.sendAction(action, millis);
            if (response == null) {
                throw new IOException("Interrupted while waiting for an answer");
            }
            return response;
        } catch (IllegalStateException e) {
            // asterisk-java's word for a connection that was closed in the meantime
            throw new IOException(e);
        }
    }

    /**
     * Asks for the list of queues; it comes as events {@code QueueParams}, {@code QueueMember}, {@code QueueEntry} and {@code
     * QueueStatusComplete}.
     *
     * @return false when the PBX will not tell, which it does while its module for queues is not loaded
     * @throws IOException      when the session is lost
     * @throws TimeoutException when the PBX does not answer
     */
    boolean requestQueues() throws IOException, TimeoutException {
        return !(send(new QueueStatusAction(), ANSWER_MILLIS) instanceof ManagerError);
    }

    /**
     * See {@link de.zuruf.telephony.Telephony#queueAdd}.
     *
     * @throws IOException      when the session is lost
     * @throws TimeoutException when the PBX does not answer
     */
    void queueAdd(String queue, String extension, String memberName, boolean paused)
            throws IOException, TimeoutException, TelephonyRefusedException {
        QueueAddAction action = new QueueAddAction(queue, spec.memberInterface(extension));
        action.setMemberName(memberName);
        action.setPaused(paused);
        queueOrder(action, "already there");
    }

    /**
     * See {@link de.zuruf.telephony.Telephony#queueRemove}.
     *
     * @throws IOException      when the session is lost
     * @throws TimeoutException when the PBX does not answer
     */
    void queueRemove(String queue, String extension) throws IOException, TimeoutException, TelephonyRefusedException {
        queueOrder(new QueueRemoveAction(queue, spec.memberInterface(extension)), "not there");
    }

    /**
     * See {@link de.zuruf.telephony.Telephony#queuePause}.
     *
     * @throws IOException      when the session is lost
     * @throws TimeoutException when the PBX does not answer
     */
    void queuePause(String queue, String extension, boolean paused, String reason)
            throws IOException, TimeoutException, TelephonyRefusedException {
        QueuePauseAction action = new QueuePauseAction(spec.memberInterface(extension), paused);
        action.setQueue(queue);
        action.setReason(reason);
        order(action, QUEUE_RIGHT);
    }

    /** {@code already}: a part of the refusal that says that it is so already. */
    private void queueOrder(ManagerAction action, String already)
            throws IOException, TimeoutException, TelephonyRefusedException {
        try {
            order(action, QUEUE_RIGHT);
        } catch (TelephonyRefusedException e) {
            if (!e.getMessage().toLowerCase(Locale.ROOT).contains(already)) {
                throw e;
            }
        }
    }

    /** {@return whether the session was lost within that time} */
    boolean awaitLoss(long nanos) throws InterruptedException {
        return lost.await(nanos, TimeUnit.NANOSECONDS);
    }

    boolean lost() {
        return lost.getCount() == 0;
    }

    /** Ends the session at once, whatever it is doing; whoever waits for an answer gets an exception. */
    @Override
    public void close() {
        lost.countDown();
        AmiSocket open = socket;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                OperatorMessage.debug("Closing the connection to the PBX", e);
            }
        }
    }
}
