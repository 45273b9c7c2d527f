package de.zuruf.web.presence;

import de.zuruf.app.presence.Presence;
import de.zuruf.app.presence.PresenceDesk;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller's own presence. */
@Path("/presence")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PresenceResource {
    @Inject
    private PresenceDesk desk;

    /** Why he pauses. */
    public record Pause(String reason) {}

    /** {@return how the caller stands} */
    @GET
    public Presence get() {
        return desk.mine();
    }

    /** Pauses in all queues. */
    @PUT
    @Path("/pause")
    public Presence pause(Pause pause) {
        return desk.pause(pause == null ? null : pause.reason());
    }

    /** Ends the pause. */
    @DELETE
    @Path("/pause")
    public Presence resume() {
        return desk.resume();
    }

    /** Logs into a queue. */
    @PUT
    @Path("/queues/{queue}")
    public Presence join(@PathParam("queue") String queue) {
        return desk.join(queue);
    }

    /** Logs out of a queue. */
    @DELETE
    @Path("/queues/{queue}")
    public Presence leave(@PathParam("queue") String queue) {
        return desk.leave(queue);
    }
}
