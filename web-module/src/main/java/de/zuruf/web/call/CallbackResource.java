package de.zuruf.web.call;

import de.zuruf.app.call.CallbackState;
import de.zuruf.app.call.Callbacks;
import de.zuruf.web.api.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Callbacks to be made. */
@Path("/callbacks")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallbackResource {
    @Inject
    private Callbacks callbacks;

    /** What becomes of a callback. */
    public record Step(CallbackState state) {}

    /** {@return the callbacks} */
    @GET
    public List<Callbacks.Callback> list() {
        return callbacks.list();
    }

    /** Claims, finishes or reopens one. */
    @PUT
    @Path("/{callId}")
    public Callbacks.Callback put(@PathParam("callId") long callId, Step step) {
        return callbacks.put(callId, Body.of(step).state());
    }
}
