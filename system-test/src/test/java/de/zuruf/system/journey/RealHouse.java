package de.zuruf.system.journey;

import de.zuruf.system.client.ApiClient;
import de.zuruf.system.pbx.RealAsterisk;
import de.zuruf.system.server.Await;
import de.zuruf.system.server.Database;
import de.zuruf.system.server.Ports;
import de.zuruf.system.server.ZurufServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A server with the demo company's customers at a real Asterisk. */
public final class RealHouse implements AutoCloseable {

    public static final String PASSWORD = "zuruf";

    private final RealAsterisk asterisk;
    private final ZurufServer server;

    private RealHouse(RealAsterisk asterisk, ZurufServer server) {
        this.asterisk = asterisk;
        this.server = server;
    }

    /** {@return the house, open for calls} */
    public static RealHouse open(String name, Database database) {
        RealAsterisk asterisk = RealAsterisk.start();
        return open(asterisk, at(ZurufServer.named(name).database(database), asterisk.amiPort()));
    }

    /** {@return the house, open for calls, whose agents are paused during the wrap-up, as they are by default} */
    public static RealHouse openWithPauses(String name, Database database) {
        RealAsterisk asterisk = RealAsterisk.start();
        return open(
                asterisk,
                at(ZurufServer.named(name).database(database), asterisk.amiPort())
                        .setting("zuruf.presence.pause-in-wrap-up", "true"));
    }

    /** {@return the house, open for calls; {@link CallRecords} can read its database} */
    static RealHouse openReadable(String name) {
        RealAsterisk asterisk = RealAsterisk.start();
        return open(asterisk, readable(at(ZurufServer.named(name), asterisk.amiPort())));
    }

    /** {@return the server's description with an embedded database that {@link CallRecords} can read beside it} */
    public static ZurufServer.Builder readable(ZurufServer.Builder server) {
        Database database = Database.embedded();
        // The database does not allow both.
        return changed(
                server.database(database).closesDatabaseOnExit(),
                database.variant(),
                "DB_CLOSE_ON_EXIT=FALSE",
                "AUTO_SERVER=TRUE");
    }

    /** {@return the server's description with one word in a file of its configuration replaced} */
    public static ZurufServer.Builder changed(ZurufServer.Builder server, String file, String word, String by) {
        try {
            String text = Files.readString(
                    ZurufServer.checkout().resolve("server-config").resolve(file));
            if (!text.contains(word)) {
                throw new AssertionError(file + " no longer says " + word);
            }
            return server.file(file, text.replace(word, by));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return the house with this telephone system, open for calls; closing it ends both} */
    public static RealHouse open(RealAsterisk asterisk, ZurufServer.Builder description) {
        try {
            ZurufServer server = description.prepare();
            var house = new RealHouse(asterisk, server);
            server.start();
            server.awaitUsable();
            return house;
        } catch (RuntimeException | Error e) {
            asterisk.close();
            throw e;
        }
    }

    /** {@return the house, open for calls, its connector speaking TLS} */
    public static RealHouse openSecured(String name, Database database) {
        RealAsterisk asterisk = RealAsterisk.start();
        return open(
                asterisk,
                at(ZurufServer.named(name).database(database), asterisk.amiTlsPort())
                        .setting("zuruf.pbx.variant", "pbx-asterisk-tls.xml")
                        .setting("zuruf.pbx.host", "localhost")
                        .setting("zuruf.pbx.truststore", asterisk.trustStore().toString())
                        .setting("zuruf.pbx.truststore.password", RealAsterisk.TRUST_PASSWORD));
    }

    /** {@return the house, open for calls, answering what the dialplan asks} */
    public static RealHouse openRouting(String name, Database database) {
        RealAsterisk asterisk = RealAsterisk.start();
        return open(
                asterisk,
                at(ZurufServer.named(name).database(database), asterisk.amiPort())
                        .setting("zuruf.routing.host", "127.0.0.1")
                        .setting("zuruf.routing.port", Integer.toString(asterisk.agiPort())));
    }

    /** {@return the server's description with its connector set to this telephone system} */
    public static ZurufServer.Builder at(ZurufServer.Builder server, int amiPort) {
        return server.setting("zuruf.pbx.variant", "pbx-asterisk.xml")
                .setting("zuruf.pbx.host", "127.0.0.1")
                .setting("zuruf.pbx.port", Integer.toString(amiPort))
                .setting("zuruf.pbx.user", "zuruf")
                .setting("zuruf.pbx.password", "zuruf-testbed")
                .setting("zuruf.dial.on", "true")
                .setting("zuruf.dial.prefix", "0")
                // Tests leave cards open that have to do with other things; who wants to see the pause says so.
                .setting("zuruf.presence.pause-in-wrap-up", "false")
                // Customers and accounts of the demo; its stand-in PBX has nobody to talk to.
                .setting("zuruf.demo", "true")
                .setting("zuruf.demo.pbx.port", Integer.toString(Ports.free()))
                .setting("zuruf.crm.xml.bundled", "demo")
                .setting("zuruf.crm.xml.relativeTo", "today");
    }

    public RealAsterisk asterisk() {
        return asterisk;
    }

    public ZurufServer server() {
        return server;
    }

    public ApiClient signedIn(String user) {
        return ApiClient.signedIn(server.base(), user, PASSWORD);
    }

    /** Lets the CRM say that the owner of the demo's important customers has this telephone. */
    void ownerSitsAt(String extension) throws IOException {
        ownerSitsAt(server, extension);
    }

    /** Lets the CRM say that the owner of the demo's important customers has this telephone. */
    static void ownerSitsAt(ZurufServer server, String extension) throws IOException {
        Path whole = Files.writeString(server.data().resolve("owner.tmp"), """
                <mirror xmlns="urn:zuruf:mirror:1.0">
                <employee id="e-frank" name="Frank Sommer" role="FIELD_SALES" team="Außendienst" extension="%s" deputy="e-gisela"/>
                </mirror>
                """.formatted(extension));
        Path drop = Files.createDirectories(server.data().resolve("crm/incoming"));
        Files.move(whole, drop.resolve("owner.xml"));
    }

    /** Waits until the connector has its session with Asterisk. */
    public void awaitConnected() {
        Await.until("the connector is at Asterisk", Duration.ofSeconds(30), this::isConnected);
    }

    /** {@return whether the connector has its session with Asterisk} */
    public boolean isConnected() {
        return signedIn("otto").get("admin/status").object().getJsonArray("pbx").getValuesAs(JsonObject.class).stream()
                .allMatch(pbx -> pbx.getBoolean("connected"));
    }

    /**
     * {@return a number from which a customer calls who has reason for this prompt}
     *
     * @param occasion  as in docs/api.md
     * @param otherThan numbers that are in use
     */
    public String callerWith(String occasion, Set<String> otherThan) {
        return signedIn("anna").get("demo/callers").expect(200).array().getValuesAs(JsonObject.class).stream()
                .filter(caller -> occasion.equals(caller.getString("occasion", null)))
                .map(caller -> caller.getString("number"))
                .filter(number -> !otherThan.contains(number))
                .findFirst()
                .orElseThrow(() -> new AssertionError("nobody in the demo company has " + occasion));
    }

    /** Makes an agent's desk as it is in the morning: at no telephone, no card left open. */
    public void tidy(String user) {
        var agent = signedIn(user);
        agent.put(
                        "session/extension",
                        Json.createObjectBuilder().addNull("extension").build())
                .expect(200);
        agent.closeCards();
    }

    /** Makes the house as it is in the morning: no call, no telephone, every agent's desk tidy. */
    public void empty() {
        asterisk.clear();
        List.of("anna", "ben", "clara").forEach(this::tidy);
    }

    @Override
    public void close() {
        try {
            server.close();
        } finally {
            asterisk.close();
        }
    }
}
