package de.zuruf.demopbx;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connected manager client: reads actions, answers them as Asterisk 22 does. */
final class AmiClient {

    /** No action of a manager client comes near; a longer one is a mistake or an attack. */
    private static final int MAXIMUM_ACTION_BYTES = 16_384;

    private static final Pattern DEVICE = Pattern.compile("PJSIP/([A-Za-z0-9_-]{1,20})");
    private static final Pattern CALLER_ID = Pattern.compile("\"([^\"]{1,80})\" <[^>]*>");
    private static final Pattern UNIQUE_ID = Pattern.compile("[A-Za-z0-9.-]{1,150}");

    private static final Logger LOG = System.getLogger(AmiClient.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();

    private final DemoPbx pbx;
    private final Socket socket;
    private final String user;
    private final String secret;
    private String challenge;
    private volatile boolean loggedIn;

    AmiClient(DemoPbx pbx, Socket socket, String user, String secret) {
        this.pbx = pbx;
        this.socket = socket;
        this.user = user;
        this.secret = secret;
    }

    boolean loggedIn() {
        return loggedIn;
    }

    void serve() {
        try (socket) {
            socket.setTcpNoDelay(true);
            send("Asterisk Call Manager/11.0.0\r\n".getBytes(StandardCharsets.UTF_8));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            for (Map<String, String> action = read(in); action != null; action = read(in)) {
                if (!answer(action)) {
                    return;
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client of the demo PBX is gone", e);
        } finally {
            loggedIn = false;
        }
    }

    void close() {
        loggedIn = false;
        try {
            socket.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Closing a client of the demo PBX", e);
        }
    }

    void send(byte[] frames) {
        try {
            OutputStream out = socket.getOutputStream();
            synchronized (out) {
                out.write(frames);
                out.flush();
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A client of the demo PBX is gone", e);
            close();
        }
    }

    /** Reads one action; null at the end of the stream. */
    private static Map<String, String> read(InputStream in) throws IOException {
        Map<String, String> fields = new HashMap<>();
        StringBuilder line = new StringBuilder();
        int bytes = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (++bytes > MAXIMUM_ACTION_BYTES) {
                throw new IOException("An action of more than " + MAXIMUM_ACTION_BYTES + " bytes");
            }
            if (c != '\n') {
                line.append((char) c);
                continue;
            }
            String text = line.toString().strip();
            line.setLength(0);
            if (text.isEmpty() && !fields.isEmpty()) {
                return fields;
            }
            int colon = text.indexOf(':');
            if (colon > 0) {
                fields.put(
                        text.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        text.substring(colon + 1).strip());
            }
        }
        return null;
    }

    /** {@return whether the connection stays open} */
    private boolean answer(Map<String, String> action) {
        String name = action.getOrDefault("action", "").toLowerCase(Locale.ROOT);
        String id = action.containsKey("actionid") ? "ActionID: " + action.get("actionid") + "\r\n" : "";
        if (name.equals("challenge")) {
            challenge = Integer.toString(RANDOM.nextInt(100_000_000, 1_000_000_000));
            return reply("Success", id, "Challenge: " + challenge + "\r\n");
        }
        if (name.equals("login")) {
            return login(action, id);
        }
        if (!loggedIn) {
            return reply("Error", id, "Message: Permission denied\r\n");
        }
        switch (name) {
            case "logoff":
                reply("Goodbye", id, "Message: Thanks for all the fish.\r\n");
                return false;
            case "ping":
                return reply("Success", id, "Ping: Pong\r\nTimestamp: 0.000000\r\n");
            case "coresettings":
                return reply("Success", id, "AMIversion: 11.0.0\r\nAsteriskVersion: 22.10.1\r\nSystemName: \r\n");
            case "coreshowchannels":
                return channels(action.get("actionid"), id);
            case "originate":
                return originate(action, id);
            case "hangup":
                return hangUp(action, id);
            case "blindtransfer":
                return transfer(action, id);
            case "getvar":
                return variable(action, id);
            case "atxfer":
                return consult(action, id);
            case "cancelatxfer":
                return cancelConsultation(action, id);
            case "park":
                return park(action, id);
            case "queuestatus":
                return queues(id);
            case "queueadd":
            case "queueremove":
            case "queuepause":
                DemoQueues.Answer answer = pbx.act(action);
                return reply(answer.done() ? "Success" : "Error", id, "Message: " + answer.message() + "\r\n");
            case "status":
                return list(id, "Channel status will follow", "StatusComplete");
            case "events":
                return reply("Success", id, "Events: On\r\n");
            default:
                return reply("Error", id, "Message: Invalid/unknown command\r\n");
        }
    }

    private boolean login(Map<String, String> action, String id) {
        String expected = secret;
        String given = action.getOrDefault("secret", "");
        if ("MD5".equalsIgnoreCase(action.get("authtype")) && challenge != null) {
            expected = md5(challenge + secret);
            given = action.getOrDefault("key", "").toLowerCase(Locale.ROOT);
        }
        boolean right = user.equals(action.get("username"))
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
        if (!right) {
            reply("Error", id, "Message: Authentication failed\r\n");
            return false;
        }
        // Under the lock, so that no event overtakes the answer.
        return pbx.locked(() -> {
            reply("Success", id, "Message: Authentication accepted\r\n");
            send(("Event: FullyBooted\r\nPrivilege: system,all\r\nUptime: 415\r\nLastReload: 415\r\n"
                            + "Status: Fully Booted\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            loggedIn = true;
            return true;
        });
    }

    private boolean originate(Map<String, String> action, String id) {
        Matcher device = DEVICE.matcher(action.getOrDefault("channel", ""));
        Matcher shown = CALLER_ID.matcher(action.getOrDefault("callerid", ""));
        String uniqueId = action.getOrDefault("channelid", "");
        if (!device.matches() || !UNIQUE_ID.matcher(uniqueId).matches()) {
            return reply("Error", id, "Message: Invalid channel\r\n");
        }
        // Under the lock, so that no event overtakes the answer.
        return pbx.locked(() -> {
            try {
                reply("Success", id, "Message: Originate successfully queued\r\n");
                pbx.originate(
                        uniqueId,
                        device.group(1),
                        action.getOrDefault("exten", ""),
                        shown.matches() ? shown.group(1) : null);
            } catch (IllegalArgumentException e) {
                LOG.log(Level.DEBUG, "An order that the demo cannot play", e);
            }
            return true;
        });
    }

    /** Under the lock, so that no event overtakes the answer. */
    private boolean atTelephone(Map<String, String> action, String id, Predicate<DemoCall> order) {
        return pbx.locked(() -> {
            DemoCall call = pbx.withTelephone(action.getOrDefault("channel", ""));
            return call == null ? reply("Error", id, "Message: No such channel\r\n") : order.test(call);
        });
    }

    private boolean hangUp(Map<String, String> action, String id) {
        return atTelephone(action, id, call -> {
            reply("Success", id, "Message: Channel Hungup\r\n");
            call.hangUpTelephone(action.get("channel"));
            return true;
        });
    }

    /** All telephones of the demo may ask others. */
    private boolean variable(Map<String, String> action, String id) {
        String name = action.getOrDefault("variable", "");
        return reply(
                "Success",
                id,
                "Variable: " + name + "\r\nValue: " + (name.equals("CHANNEL(dtmf_features)") ? "T" : "") + "\r\n");
    }

    private boolean consult(Map<String, String> action, String id) {
        String target = action.getOrDefault("exten", "").replace("#", "");
        return atTelephone(action, id, call -> taken(id, call.consult(target), "Atxfer successfully queued"));
    }

    private boolean cancelConsultation(Map<String, String> action, String id) {
        return atTelephone(action, id, call -> {
            reply("Success", id, "Message: CancelAtxfer successfully queued\r\n");
            call.cancelConsultation();
            return true;
        });
    }

    private boolean transfer(Map<String, String> action, String id) {
        return atTelephone(
                action, id, call -> taken(id, call.transfer(action.getOrDefault("exten", "")), "Transfer succeeded"));
    }

    private boolean taken(String id, boolean possible, String message) {
        return possible
                ? reply("Success", id, "Message: " + message + "\r\n")
                : reply("Error", id, "Message: Transfer invalid\r\n");
    }

    private boolean park(Map<String, String> action, String id) {
        return pbx.locked(() -> {
            DemoCall call = pbx.withCaller(action.getOrDefault("channel", ""));
            return call != null && call.park()
                    ? reply("Success", id, "Message: Parked\r\n")
                    : reply("Error", id, "Message: Channel does not exist\r\n");
        });
    }

    private boolean channels(String actionId, String id) {
        return pbx.locked(() -> {
            StringBuilder out = new StringBuilder();
            int count = pbx.describe(actionId == null ? "" : actionId, out);
            send(("Response: Success\r\n" + id + "EventList: start\r\nMessage: Channels will follow\r\n\r\n" + out
                            + "Event: CoreShowChannelsComplete\r\n" + id + "EventList: Complete\r\nListItems: " + count
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    private boolean queues(String id) {
        return pbx.locked(() -> {
            StringBuilder out = new StringBuilder();
            int count = pbx.queues().list(id, out);
            send(("Response: Success\r\n" + id + "EventList: start\r\nMessage: Queue status will follow\r\n\r\n" + out
                            + "Event: QueueStatusComplete\r\n" + id + "EventList: Complete\r\nListItems: " + count
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    private boolean list(String id, String message, String complete) {
        send(("Response: Success\r\n" + id + "EventList: start\r\nMessage: " + message + "\r\n\r\nEvent: " + complete
                        + "\r\n" + id + "EventList: Complete\r\nListItems: 0\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private boolean reply(String response, String id, String rest) {
        send(("Response: " + response + "\r\n" + id + rest + "\r\n").getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static String md5(String text) {
        try {
            // Asterisk's manager protocol knows no other digest.
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
