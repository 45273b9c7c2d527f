package de.zuruf.app.operation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Tells this run of the server from any other: whoever answers with its mark at an address is this process. */
@ApplicationScoped
public class ServerRun {
    private final String mark = UUID.randomUUID().toString();

    /** {@return a mark that no other run has} */
    public String mark() {
        return mark;
    }
}
