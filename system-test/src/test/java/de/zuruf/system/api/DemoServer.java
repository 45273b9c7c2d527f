package de.zuruf.system.api;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.TestDatabases;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server with the demo company and the demo PBX for all classes of this package, as {@code mvn liberty:run} starts it. The
 * system property {@code database} says on what: {@code h2} (default) or {@code postgresql}. While tests are being written, the
 * system property {@code running} can name the address of a server that runs already.
 */
final class DemoServer implements BeforeAllCallback {

    static final String PASSWORD = "zuruf";
    static final String AGENT = "anna";
    static final String OTHER_AGENT = "ben";
    static final String FIELD = "frank";
    static final String SUPERVISOR = "sabine";
    static final String ADMIN = "otto";

    private static final Map<String, ApiClient> SESSIONS = new ConcurrentHashMap<>();

    private static URI base;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(DemoServer.class.getName(), key -> start(), AutoCloseable.class);
    }

    private static AutoCloseable start() {
        String running = System.getProperty("running");
        if (running != null) {
            base = URI.create(running);
            return () -> {};
        }
        String database = System.getProperty("database", "h2");
        ZurufServer server = ZurufServer.named("api-" + database)
                .database(TestDatabases.of(database, "zuruf_api"))
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .prepare();
        server.start();
        server.awaitUsable();
        base = server.base();
        return server;
    }

    /** {@return the address of the front page, ending in a slash} */
    static URI base() {
        return base;
    }

    /** {@return the user's session, one for all tests: hashing passwords is slow on purpose} */
    static ApiClient signedIn(String user) {
        return SESSIONS.computeIfAbsent(user, DemoServer::newSession);
    }

    /** {@return a session of its own, as in another browser} */
    static ApiClient newSession(String user) {
        return ApiClient.signedIn(base, user, PASSWORD);
    }

    /** {@return the agent's session, bound to the extension} */
    static ApiClient agent(String user, String extension) {
        ApiClient agent = signedIn(user);
        agent.put(
                        "session/extension",
                        Json.createObjectBuilder()
                                .add("extension", extension)
                                .add("takeOver", true)
                                .build())
                .expect(200);
        return agent;
    }

    /** {@return the demo PBX's id of a new call that rings at one extension} */
    static String ring(ApiClient client, String number, String name, String extension) {
        var call = Json.createObjectBuilder().add("extension", extension);
        if (number != null) {
            call.add("number", number);
        }
        if (name != null) {
            call.add("name", name);
        }
        Answer answer = client.post("demo/calls", call.build()).expect(201);
        return text(answer.object(), "id");
    }

    /** {@return a member as text, be it a string or a number} */
    static String text(JsonObject object, String name) {
        var value = object.get(name);
        return value instanceof jakarta.json.JsonString string ? string.getString() : value.toString();
    }

    /** {@return the number of a caller who is suggested for this occasion} */
    static String callerWith(ApiClient client, String occasion) {
        return suggestions(client).stream()
                .filter(caller -> occasion.equals(caller.getString("occasion", null)))
                .map(caller -> caller.getString("number"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the demo company has nobody with " + occasion));
    }

    static List<JsonObject> suggestions(ApiClient client) {
        return client.get("demo/callers").expect(200).array().getValuesAs(JsonObject.class);
    }
}
