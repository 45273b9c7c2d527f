package de.zuruf.app.presence;

import de.zuruf.app.call.PbxOrders;
import de.zuruf.app.call.TelephoneSystems;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Extensions;
import de.zuruf.app.people.Roles;
import de.zuruf.presence.AgentState;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.DomainException;
import de.zuruf.wording.InvalidInputException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;

/**
 * What an agent tells about himself: that he pauses, that he is back, which queues may call him. Always about the telephone at
 * which he sits, and nobody else's.
 *
 * <p>While the telephone system is asked, only this bean's own transaction is open: it reads, and no row that an event would wait
 * for is locked.
 */
@Stateless
@RolesAllowed(Roles.INSIDE_SALES)
public class PresenceDesk {
    @Inject
    private AgentBook agents;

    @Inject
    private QueueBook queues;

    @Inject
    private QueueOrders orders;

    @Inject
    private TelephoneSystems systems;

    @Inject
    private Extensions extensions;

    @Inject
    private PresenceSettings settings;

    @Inject
    private CurrentUser user;

    /** {@return how the caller of this method stands} */
    public Presence mine() {
        return agents.presence(user.id());
    }

    /**
     * Pauses in all queues. Who is paused already gets the new reason.
     *
     * @param reason one of {@link Presence#reasons}
     * @throws DomainException when the telephone system does not do it
     */
    public Presence pause(String reason) {
        if (reason == null) {
            throw InvalidInputException.missing("reason");
        }
        if (!settings.pauseReasons().contains(reason)) {
            throw new InvalidInputException(
                    "ZURUF-PAUSE-REASON",
                    new Bilingual(
                            "Diesen Grund gibt es nicht. Wählbar sind: " + String.join(", ", settings.pauseReasons())
                                    + ".",
                            "There is no such reason. To choose from: " + String.join(", ", settings.pauseReasons())
                                    + "."),
                    "reason");
        }
        return inAll(true, reason);
    }

    /**
     * Ends the pause in all queues, also that of the wrap-up.
     *
     * @throws DomainException when the telephone system does not do it
     */
    public Presence resume() {
        return inAll(false, null);
    }

    private Presence inAll(boolean paused, String reason) {
        var extension = seat();
        var pbxs = queues.of(extension).stream()
                .map(QueueBook.Membership::pbx)
                .distinct()
                .toList();
        if (pbxs.isEmpty()) {
            throw PbxOrders.inNoQueue();
        }
        return agents.order(
                user.id(),
                () -> pbxs.forEach(pbx -> orders.pause(pbx, null, extension, paused, reason)),
                () -> queues.of(extension).stream()
                        .map(QueueBook.Membership::member)
                        .allMatch(member -> member.paused() == paused && Objects.equals(reason, member.reason())));
    }

    /**
     * Logs into a queue; whoever is paused comes into it paused.
     *
     * @throws DomainException when there is none of that name, it is not for agents, or the telephone system does not do it
     */
    public Presence join(String queue) {
        var extension = seat();
        if (queue == null || !settings.open(queue)) {
            throw PbxOrders.noQueue();
        }
        var there = queues.all().stream()
                .filter(each -> each.name().equals(queue)
                        && systems.own(each.pbx(), extension).isPresent())
                .findFirst()
                .orElseThrow(PbxOrders::noQueue);
        var now = agents.presence(user.id());
        // Whose pause is only that of the wrap-up is paused there in a moment, too.
        var paused = now.state() == AgentState.PAUSED || now.reason() != null;
        return agents.order(
                user.id(),
                () -> orders.add(there.pbx(), queue, extension, paused, now.reason()),
                () -> queues.of(extension).stream()
                        .anyMatch(seat -> seat.queue().equals(queue)));
    }

    /**
     * Logs out of a queue.
     *
     * @throws DomainException when the telephone belongs to it by configuration, or the telephone system does not do it
     */
    public Presence leave(String queue) {
        var extension = seat();
        var present = queues.of(extension).stream()
                .filter(seat -> seat.queue().equals(queue))
                .findFirst()
                .orElseThrow(PbxOrders::noQueue);
        if (!present.member().dynamic()) {
            throw PbxOrders.fixed();
        }
        return agents.order(
                user.id(),
                () -> orders.remove(present.pbx(), queue, extension),
                () -> queues.of(extension).stream()
                        .noneMatch(seat -> seat.queue().equals(queue)));
    }

    private String seat() {
        return extensions
                .of(user.id())
                .orElseThrow(() -> new ConflictException(
                        "ZURUF-NO-TELEPHONE",
                        new Bilingual(
                                "Bitte zuerst sagen, an welchem Telefon Sie sitzen.",
                                "Please say first at which telephone you sit.")));
    }
}
