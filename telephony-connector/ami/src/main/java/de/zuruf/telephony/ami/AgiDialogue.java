package de.zuruf.telephony.ami;

import de.zuruf.telephony.RoutingAnswer;
import de.zuruf.telephony.RoutingRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.fastagi.command.SetVariableCommand;

/**
 * What is said on one FastAGI connection, without the connection: first Asterisk's question, lines of {@code agi_name: value}
 * up to an empty one; then our commands, each of which it answers with a line. Nothing that the other side sends takes more
 * memory than the limits below.
 *
 * @see <a href="https://docs.asterisk.org/Configuration/Interfaces/Asterisk-Gateway-Interface-AGI/">AGI in Asterisk's manual</a>
 */
final class AgiDialogue {

    /** Longest line; Asterisk's own buffer for one is 2048. */
    static final int MAXIMUM_LINE = 4_096;

    /** Longest question. Asterisk's has about 600 bytes, and those of the arguments of {@code AGI()}. */
    static final int MAXIMUM_QUESTION = 16_384;

    /** Most lines besides the answer to a command, such as a HANGUP; more is no Asterisk. */
    private static final int MAXIMUM_ASIDES = 10;

    private static final String PREFIX = "agi_";
    private static final String DONE = "200";
    private static final String HUNG_UP = "HANGUP";

    private final Map<String, String> question = new HashMap<>();
    private final byte[] line = new byte[MAXIMUM_LINE];
    private int length;
    private int size;
    private boolean asked;
    private final Deque<String> commands = new ArrayDeque<>();
    private int asides;

    /**
     * Takes in what has been received of the question.
     *
     * @return whether it is complete
     * @throws IOException when it is no question of an Asterisk
     */
    boolean question(ByteBuffer received) throws IOException {
        while (!asked && received.hasRemaining()) {
            String text = line(received);
            if (text == null) {
                continue;
            }
            if (text.isEmpty()) {
                asked = true;
                continue;
            }
            size += text.length() + 1;
            if (size > MAXIMUM_QUESTION) {
                throw new IOException("a question of more than " + MAXIMUM_QUESTION + " bytes");
            }
            if (!text.startsWith(PREFIX)) {
                throw new IOException("not the beginning of an AGI request");
            }
            int colon = text.indexOf(':');
            if (colon > 0) {
                question.put(
                        text.substring(PREFIX.length(), colon),
                        text.substring(colon + 1).strip());
            }
        }
        return asked;
    }

    /**
     * {@return what is asked}
     *
     * @throws IOException when it does not say for which channel
     */
    RoutingRequest request(String pbx) throws IOException {
        String channelId = LineText.channelId(question.getOrDefault("uniqueid", ""));
        if (channelId == null) {
            throw new IOException("a question without the channel's Uniqueid");
        }
        // The argument of AGI() is what the dialplan means; the extension may be that of a subroutine.
        String dialled = LineText.number(question.getOrDefault("arg_1", ""));
        String language = question.getOrDefault("language", "");
        return new RoutingRequest(
                pbx,
                channelId,
                LineText.caller(question.getOrDefault("callerid", ""), question.getOrDefault("calleridname", "")),
                dialled != null ? dialled : LineText.number(question.getOrDefault("extension", "")),
                RoutingAnswer.isLanguage(language) ? language : null);
    }

    /**
     * Says what the answer is. The last command marks that the answer is complete: a dialplan that was left alone on the way
     * must not act on half of it.
     *
     * @return the first command
     */
    String answer(RoutingAnswer answer) {
        set("ZURUF_QUEUE", answer.queue());
        set("ZURUF_PRIORITY", answer.priority());
        set("ZURUF_EXTENSION", answer.ownerExtension());
        set("ZURUF_VIP", answer.vip() ? 1 : null);
        set("ZURUF_LANGUAGE", answer.language());
        set("ZURUF_RULES", answer.rules().isEmpty() ? null : String.join("+", answer.rules()));
        set("ZURUF_ANSWERED", 1);
        return commands.remove();
    }

    private void set(String variable, Object value) {
        if (value != null) {
            commands.add(new SetVariableCommand(variable, value.toString()).buildCommand() + "\n");
        }
    }

    /**
     * Takes in what Asterisk says to a command.
     *
     * @return the next command; an empty text when there is none any more; nothing while the line is not complete
     * @throws IOException when the command was not carried out, e.g. because the caller has hung up
     */
    Optional<String> next(ByteBuffer received) throws IOException {
        while (received.hasRemaining()) {
            String text = line(received);
            if (text == null) {
                continue;
            }
            if (text.startsWith(DONE)) {
                return Optional.of(commands.isEmpty() ? "" : commands.remove());
            }
            if (!text.startsWith(HUNG_UP) || ++asides > MAXIMUM_ASIDES) {
                throw new IOException("a command was not carried out");
            }
        }
        return Optional.empty();
    }

    /** {@return the line that is complete now; null when the end of what has been received comes first} */
    private String line(ByteBuffer received) throws IOException {
        while (received.hasRemaining()) {
            byte b = received.get();
            if (b == '\n') {
                int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
                length = 0;
                return new String(line, 0, end, StandardCharsets.UTF_8);
            }
            if (length == MAXIMUM_LINE) {
                throw new IOException("a line of more than " + MAXIMUM_LINE + " bytes");
            }
            line[length++] = b;
        }
        return null;
    }
}
