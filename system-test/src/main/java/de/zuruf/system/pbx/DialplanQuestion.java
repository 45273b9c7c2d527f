package de.zuruf.system.pbx;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks where a call belongs, as Asterisk does when its dialplan runs {@code AGI(agi://…/route,NUMBER)}. */
public final class DialplanQuestion {

    private static final int LIMIT_MILLIS = 10_000;
    private static final Pattern COMMAND = Pattern.compile("SET VARIABLE \"([A-Z_]+)\" \"([^\"]*)\"");

    private DialplanQuestion() {}

    /**
     * {@return the variables that were set, in their order; without {@code ZURUF_ANSWERED} there was no complete answer}
     *
     * @param port   on 127.0.0.1
     * @param caller as signalled; {@code unknown} when withheld
     * @throws IOException when nobody listens, or something else than a variable of ours is set
     */
    public static Map<String, String> ask(int port, String caller) throws IOException {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), LIMIT_MILLIS);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(LIMIT_MILLIS);
            OutputStream out = socket.getOutputStream();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            out.write(question(caller).getBytes(StandardCharsets.UTF_8));
            var variables = new LinkedHashMap<String, String>();
            for (String command = in.readLine(); command != null; command = in.readLine()) {
                Matcher set = COMMAND.matcher(command);
                if (!set.matches()) {
                    throw new IOException("not a variable of ours: " + command);
                }
                variables.put(set.group(1), set.group(2));
                out.write("200 result=1\n".getBytes(StandardCharsets.US_ASCII));
            }
            return variables;
        }
    }

    private static String question(String caller) {
        return """
                agi_network: yes
                agi_network_script: route
                agi_request: agi://127.0.0.1/route
                agi_channel: PJSIP/trunk-00000001
                agi_language: de
                agi_type: PJSIP
                agi_uniqueid: 1763800000.1
                agi_version: 22.5.2
                agi_callerid: %s
                agi_calleridname: unknown
                agi_callingpres: 0
                agi_callingani2: 0
                agi_callington: 0
                agi_callingtns: 0
                agi_dnid: 03023125105
                agi_rdnis: unknown
                agi_context: zuruf
                agi_extension: ask
                agi_priority: 3
                agi_enhanced: 0.0
                agi_accountcode:\s
                agi_threadid: 1
                agi_arg_1: 03023125105

                """.formatted(caller);
    }
}
