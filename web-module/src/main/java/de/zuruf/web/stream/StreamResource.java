package de.zuruf.web.stream;

import de.zuruf.app.call.CallCard;
import de.zuruf.app.call.CallWork;
import de.zuruf.app.call.Callbacks;
import de.zuruf.app.call.PbxState;
import de.zuruf.app.call.PbxStates;
import de.zuruf.app.handoff.Handoffs;
import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.Roles;
import de.zuruf.app.presence.Presence;
import de.zuruf.app.presence.PresenceDesk;
import de.zuruf.app.report.Board;
import de.zuruf.app.report.LiveBoard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.List;

/** The event stream of a browser. */
@Path("/stream")
@RequestScoped
public class StreamResource {
    @Inject
    private CallStream stream;

    @Inject
    private CurrentUser user;

    @Inject
    private CallWork calls;

    @Inject
    private Callbacks callbacks;

    @Inject
    private Handoffs handoffs;

    @Inject
    private PbxStates pbxStates;

    @Inject
    private PresenceDesk presence;

    @Inject
    private LiveBoard board;

    /** All that a browser must know to begin with. */
    public record Snapshot(
            List<CallCard> calls,
            long callbacks,
            Handoffs.Counts handoffs,
            List<PbxState> pbx,
            Presence presence,
            Board board) {}

    /** Opens the stream. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(
            @Context SseEventSink sink,
            @Context Sse sse,
            @HeaderParam(HttpHeaders.LAST_EVENT_ID_HEADER) String lastEventId) {
        stream.connect(user.id(), user.has(Roles.SUPERVISOR), sink, sse, lastEventId, this::snapshot);
    }

    private Snapshot snapshot() {
        var inside = user.has(Roles.INSIDE_SALES) || user.has(Roles.SUPERVISOR);
        return new Snapshot(
                calls.onScreen(),
                inside ? callbacks.open() : 0,
                user.has(Roles.ADMIN) ? new Handoffs.Counts(0, 0) : handoffs.counts(),
                pbxStates.all(),
                user.has(Roles.INSIDE_SALES) ? presence.mine() : null,
                user.has(Roles.SUPERVISOR) ? board.now() : null);
    }
}
