package de.zuruf.app.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Settings of the demo; a production server sets none of them. */
@ApplicationScoped
public class DemoSettings {
    /** {@code zuruf.demo}: whether accounts and stand-in PBX are wanted; default false. */
    @Inject
    @ConfigProperty(name = "zuruf.demo", defaultValue = "false")
    private boolean on;

    /** {@code zuruf.demo.pbx.port}: TCP port of the stand-in PBX on loopback; default 15038. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.pbx.port", defaultValue = "15038")
    private int port;

    /** {@code zuruf.demo.pbx.user}: account at the stand-in PBX; default {@code zuruf}. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.pbx.user", defaultValue = "zuruf")
    private String user;

    /** {@code zuruf.demo.pbx.password}: its secret, which guards nothing but the demo; default {@code demo}. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.pbx.password", defaultValue = "demo")
    private String password;

    /** {@code zuruf.demo.queues}: queues that the panel offers, separated by commas. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.queues", defaultValue = "vertrieb,service")
    private List<String> queues;

    /** {@code zuruf.demo.members}: telephones that belong to the first of the queues, separated by commas. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.members", defaultValue = "201,202,203,204")
    private List<String> members;

    /** {@code zuruf.demo.dialled}: the number that simulated callers dial. */
    @Inject
    @ConfigProperty(name = "zuruf.demo.dialled", defaultValue = "03023125500")
    private String dialled;

    boolean on() {
        return on;
    }

    int port() {
        return port;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    List<String> queues() {
        return queues;
    }

    List<String> members() {
        return members;
    }

    String dialled() {
        return dialled;
    }
}
