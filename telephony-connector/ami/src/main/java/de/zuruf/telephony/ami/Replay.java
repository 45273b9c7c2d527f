package de.zuruf.telephony.ami;

import de.zuruf.telephony.CallEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Translates a journal once more: the events come as they came then, byte by byte the same each time.
 *
 * <p>The connector's translator begins with nothing, and so does this one at the beginning of each of the connector's runs. When
 * the oldest file that is left begins later in a run, or a file is missing in between, the translator cannot know what the
 * one of then knew; calls that began before are told in part, and the notes say so.
 */
final class Replay {

    private final Set<String> internalContexts;
    private final Instant from;
    private final Instant to;
    private final Appendable events;
    private final Appendable notes;

    private PbxTranslator translator;
    private JournalHeader header;
    private long items;

    /**
     * @param internalContexts to find out what another setting would have made of it; null for the setting of then
     * @param from             events before it are left out, though translated; UTC
     * @param to               events at and after it are left out; UTC
     * @param events           gets a line of {@link CallEventText} for each event
     * @param notes            gets a line, in words, for each thing that cannot be known
     */
    Replay(Set<String> internalContexts, Instant from, Instant to, Appendable events, Appendable notes) {
        this.internalContexts = internalContexts;
        this.from = from;
        this.to = to;
        this.events = events;
        this.notes = notes;
    }

    /**
     * Reads to the end.
     *
     * @throws IOException when the journal cannot be read or is damaged; what came before has been told
     */
    void run(JournalReader journal) throws IOException {
        for (JournalItem item = journal.next(); item != null; item = journal.next()) {
            if (item instanceof JournalHeader next) {
                begin(next);
            } else {
                items++;
                translate((Inbound) item);
            }
        }
    }

    private void begin(JournalHeader next) throws IOException {
        boolean sameRun = header != null && header.run().equals(next.run()) && next.before() > 0;
        if (!sameRun) {
            if (next.before() > 0) {
                note(
                        next.start(),
                        "the journal begins " + next.before()
                                + " entries after the connector's start; what began before, the session too, is told in part");
            } else if (header != null) {
                note(next.start(), "the connector was started anew");
            }
            Set<String> contexts = internalContexts == null ? Set.copyOf(next.internalContexts()) : internalContexts;
            translator = new PbxTranslator(next.pbx(), contexts, context -> {});
        } else if (next.before() != items) {
            note(next.start(), (next.before() - items) + " entries before this are missing; calls may be told in part");
        }
        header = next;
        items = next.before();
    }

    private void translate(Inbound item) throws IOException {
        List<CallEvent> told = List.of();
        try {
            if (item instanceof Inbound.Frame received) {
                told = translator.translate(received.frame(), received.at());
            } else if (item instanceof Inbound.Closed closed) {
                told = translator.sessionClosed(closed.at());
            } else {
                translator.sessionOpened();
            }
        } catch (RuntimeException e) {
            // As then: the item is skipped.
            note(item.at(), "an entry was not understood: " + e);
        }
        for (CallEvent event : told) {
            if (!event.at().isBefore(from) && event.at().isBefore(to)) {
                events.append(CallEventText.of(event)).append('\n');
            }
        }
    }

    private void note(Instant at, String text) throws IOException {
        notes.append(at.toString()).append(": ").append(text).append('\n');
    }
}
