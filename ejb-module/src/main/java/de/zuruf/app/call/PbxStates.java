package de.zuruf.app.call;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** The telephone systems as this process hears them. */
@ApplicationScoped
public class PbxStates {
    private final ConcurrentHashMap<String, PbxState> states = new ConcurrentHashMap<>();

    void put(PbxState state) {
        states.put(state.name(), state);
    }

    /** {@return one state for each telephone system that has been heard of since the start} */
    public List<PbxState> all() {
        return states.values().stream()
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
    }
}
