package de.zuruf.web.demo;

import de.zuruf.app.demo.DemoAccounts;
import de.zuruf.app.demo.DemoCallers;
import de.zuruf.app.demo.DemoDesk;
import de.zuruf.web.api.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The panel "Anruf simulieren". */
@Path("/demo")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class DemoResource {
    @Inject
    private DemoDesk desk;

    @Inject
    private DemoAccounts accounts;

    /** Who calls whom. */
    public record Ring(String number, String name, String queue, String extension) {}

    /** At which telephone. */
    public record At(String extension) {}

    /** {@return accounts to try it out with} */
    @GET
    @Path("/accounts")
    public List<DemoAccounts.Listed> accounts() {
        return accounts.listed();
    }

    /** {@return whom one could let call} */
    @GET
    @Path("/callers")
    public List<DemoCallers.DemoCaller> callers(@QueryParam("q") String query) {
        return desk.callers(query);
    }

    /** {@return queues that can be called} */
    @GET
    @Path("/queues")
    public List<String> queues() {
        return desk.queues();
    }

    /** {@return calls that are not over} */
    @GET
    @Path("/calls")
    public List<DemoDesk.SimulatedCall> calls() {
        return desk.calls();
    }

    /** Lets somebody call. */
    @POST
    @Path("/calls")
    public Response ring(Ring ring) {
        var body = Body.of(ring);
        return Response.status(Response.Status.CREATED)
                .entity(desk.ring(body.number(), body.name(), body.queue(), body.extension()))
                .build();
    }

    /** Picks up. */
    @POST
    @Path("/calls/{id}/answer")
    public void answer(@PathParam("id") String id, At at) {
        desk.answer(id, Body.of(at).extension());
    }

    /** Declines. */
    @POST
    @Path("/calls/{id}/reject")
    public void reject(@PathParam("id") String id, At at) {
        desk.reject(id, Body.of(at).extension());
    }

    /** Ends the talk. */
    @POST
    @Path("/calls/{id}/hang-up")
    @Consumes(MediaType.WILDCARD)
    public void hangUp(@PathParam("id") String id) {
        desk.hangUp(id);
    }

    /** Lets the caller give up. */
    @POST
    @Path("/calls/{id}/abandon")
    @Consumes(MediaType.WILDCARD)
    public void abandon(@PathParam("id") String id) {
        desk.abandon(id);
    }
}
