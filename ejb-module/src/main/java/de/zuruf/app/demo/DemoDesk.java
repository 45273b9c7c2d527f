package de.zuruf.app.demo;

import de.zuruf.app.mirror.TelephoneNumbers;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Roles;
import de.zuruf.demopbx.CallRequest;
import de.zuruf.demopbx.DemoCall;
import de.zuruf.demopbx.DemoPbx;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;

/** What people do at the panel "Anruf simulieren". */
@Stateless
@RolesAllowed({Roles.INSIDE_SALES, Roles.SUPERVISOR, Roles.ADMIN})
public class DemoDesk {
    @Inject
    private DemoTelephony telephony;

    @Inject
    private DemoSettings settings;

    @Inject
    private Extensions extensions;

    @Inject
    private TelephoneNumbers numbers;

    @Inject
    private DemoCallers callers;

    /** A simulated call. */
    public record SimulatedCall(
            String id,
            String number,
            String name,
            String queue,
            List<String> extensions,
            List<String> ringing,
            String answeredBy,
            String state) {}

    /** {@return whom one could let call} */
    public List<DemoCallers.DemoCaller> callers(String query) {
        pbx();
        return callers.find(query);
    }

    /** {@return queues that can be called} */
    public List<String> queues() {
        return settings.queues();
    }

    /** {@return calls that are not over} */
    public List<SimulatedCall> calls() {
        return pbx().calls().stream()
                .filter(call -> call.state() != DemoCall.State.ENDED)
                .map(this::view)
                .toList();
    }

    /**
     * Lets somebody call.
     *
     * @param number    as the line presents it; null withholds it
     * @param name      as the line presents it; null for none
     * @param queue     null for a direct call
     * @param extension whose telephone rings; null with a queue: all at which somebody sits and has not paused
     */
    public SimulatedCall ring(String number, String name, String queue, String extension) {
        var direct = queue == null || queue.isBlank();
        var telephones = extension == null || extension.isBlank()
                ? extensions.bound().stream()
                        .filter(bound -> direct || !pbx().paused(queue, bound))
                        .toList()
                : List.of(extension);
        try {
            return view(pbx().ring(new CallRequest(
                    number == null || number.isBlank()
                            ? null
                            : number.strip().replace("+", "00").replaceAll("[^0-9]", ""),
                    name,
                    settings.dialled(),
                    direct ? null : queue,
                    telephones)));
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(
                    "ZURUF-DEMO-CALL",
                    new Bilingual(
                            "Diesen Anruf kann die Demo nicht spielen. Bitte Nummer und Ziel prüfen.",
                            "The demo cannot play this call. Please check the number and whom it goes to."),
                    null);
        }
    }

    /** Picks up at a telephone. */
    public void answer(String id, String extension) {
        with(id, call -> call.answer(extension));
    }

    /** Declines at a telephone. */
    public void reject(String id, String extension) {
        with(id, call -> call.reject(extension));
    }

    /** Ends a talk. */
    public void hangUp(String id) {
        with(id, DemoCall::hangUp);
    }

    /** Lets the caller give up. */
    public void abandon(String id) {
        with(id, DemoCall::abandon);
    }

    private void with(String id, Consumer<DemoCall> step) {
        var call = pbx().calls().stream()
                .filter(c -> c.linkedId().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException(
                        "ZURUF-DEMO-CALL", new Bilingual("Dieser Anruf ist zu Ende.", "This call is over.")));
        try {
            step.accept(call);
        } catch (IllegalStateException e) {
            throw new ConflictException(
                    "ZURUF-DEMO-CALL",
                    new Bilingual("Dieses Telefon klingelt nicht (mehr).", "This telephone does not ring (any more)."));
        }
    }

    private SimulatedCall view(DemoCall call) {
        var request = call.request();
        return new SimulatedCall(
                call.linkedId(),
                request.callerNumber() == null
                        ? null
                        : numbers.toE164(request.callerNumber())
                                .map(numbers::display)
                                .orElse(request.callerNumber()),
                request.callerName(),
                request.queue(),
                request.extensions(),
                call.ringing(),
                call.answeredBy(),
                call.state().name());
    }

    private DemoPbx pbx() {
        return telephony
                .pbx()
                .orElseThrow(() -> new NotFoundException(
                        "ZURUF-DEMO",
                        new Bilingual("Die Demo ist nicht eingeschaltet.", "The demo is not switched on.")));
    }
}
