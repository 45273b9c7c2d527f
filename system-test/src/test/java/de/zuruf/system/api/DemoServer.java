package de.zuruf.system.api;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.client.ApiClient.Answer;
import de.zuruf.system.server.TestDatabases;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One server with the demo company and the demo PBX for all classes of this package, as {@code mvn liberty:run} starts it. The
 * system property {@code database} says on what: {@code h2} (default) or {@code postgresql}.
 */
final class DemoServer implements BeforeAllCallback {

    static final String PASSWORD = "zuruf";
    static final String AGENT = "anna";
    static final String OTHER_AGENT = "ben";
    static final String FIELD = "frank";
    static final String SUPERVISOR = "sabine";
    static final String ADMIN = "otto";

    private static ZurufServer server;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(DemoServer.class.getName(), key -> start(), AutoCloseable.class);
    }

    private static AutoCloseable start() {
        String database = System.getProperty("database", "h2");
        server = ZurufServer.named("api-" + database)
                .database(TestDatabases.of(database, "zuruf_api"))
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .prepare();
        server.start();
        server.awaitUsable();
        return server;
    }

    static ZurufServer server() {
        return server;
    }

    static ApiClient signedIn(String user) {
        return ApiClient.signedIn(server.base(), user, PASSWORD);
    }

    static ApiClient agent(String user, String extension) {
        return ApiClient.agent(server.base(), user, PASSWORD, extension);
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

    static String log() {
        try {
            return Files.readString(server.home().resolve("logs/messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
