package de.zuruf.web.call;

import de.zuruf.app.call.CallCard;
import de.zuruf.app.call.CallControl;
import de.zuruf.app.call.CallHistory;
import de.zuruf.app.call.CallHistory.CallRow;
import de.zuruf.app.call.CallWork;
import de.zuruf.app.call.Lead;
import de.zuruf.call.Disposition;
import de.zuruf.web.api.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;

/** Calls. */
@Path("/calls")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CallResource {
    @Inject
    private CallWork work;

    @Inject
    private CallHistory history;

    @Inject
    private CallControl control;

    /** A note and the revision on which it is based. */
    public record NoteText(String text, int revision) {}

    /** A customer; {@code partyId} null takes a choice back. */
    public record Choice(Long partyId, Long contactId) {}

    /** How a call is classified, and whether its card is closed. */
    public record WrapUp(Disposition disposition, LocalDate followUpOn, boolean done) {}

    /** {@return the caller's calls} */
    @GET
    public List<CallRow> list(
            @QueryParam("limit") @DefaultValue("50") int limit, @QueryParam("followUp") boolean followUp) {
        return followUp ? history.followUps(limit) : history.mine(limit);
    }

    /** Whom to dial; {@code key} is made by the client, {@code partyId} and {@code contactId} say of whom the number was read. */
    public record Dialled(String key, String number, Long partyId, Long contactId) {}

    /** Where to pass a caller on to. */
    public record Transfer(String target) {}

    /** {@return what would be dialled} */
    @GET
    @Path("/dial")
    public CallControl.Preview preview(@QueryParam("number") String number) {
        return control.preview(number);
    }

    /** Dials. */
    @POST
    @Path("/dial")
    public Response dial(Dialled dialled) {
        var body = Body.of(dialled);
        var card = control.dial(body.key(), body.number(), body.partyId(), body.contactId());
        return card == null
                ? Response.noContent().build()
                : Response.accepted(card).build();
    }

    /** Hangs up the caller's own telephone. */
    @POST
    @Path("/{id}/hang-up")
    @Consumes(MediaType.WILDCARD)
    public void hangUp(@PathParam("id") long id) {
        control.hangUp(id);
    }

    /** {@return to whom the caller can be passed on} */
    @GET
    @Path("/{id}/transfer-targets")
    public List<CallControl.Target> targets(@PathParam("id") long id) {
        return control.targets(id);
    }

    /** Passes the caller on. */
    @POST
    @Path("/{id}/transfer")
    public void transfer(@PathParam("id") long id, Transfer transfer) {
        control.transfer(id, Body.of(transfer).target());
    }

    /** Has somebody asked while the caller waits. */
    @POST
    @Path("/{id}/consultation")
    public void consult(@PathParam("id") long id, Transfer transfer) {
        control.consult(id, Body.of(transfer).target());
    }

    /** Connects the caller with whom was asked. */
    @POST
    @Path("/{id}/consultation/connect")
    @Consumes(MediaType.WILDCARD)
    public void connect(@PathParam("id") long id) {
        control.connect(id);
    }

    /** Goes back to the caller. */
    @DELETE
    @Path("/{id}/consultation")
    @Consumes(MediaType.WILDCARD)
    public void cancelConsultation(@PathParam("id") long id) {
        control.cancelConsultation(id);
    }

    /** Parks the caller. */
    @POST
    @Path("/{id}/park")
    @Consumes(MediaType.WILDCARD)
    public void park(@PathParam("id") long id) {
        control.park(id);
    }

    /** Fetches the parked caller. */
    @POST
    @Path("/{id}/fetch")
    @Consumes(MediaType.WILDCARD)
    public void fetch(@PathParam("id") long id) {
        control.fetch(id);
    }

    /** {@return a card} */
    @GET
    @Path("/{id}")
    public CallCard get(@PathParam("id") long id) {
        return work.card(id);
    }

    /** Saves the note. */
    @PUT
    @Path("/{id}/note")
    public CallCard.Note note(@PathParam("id") long id, NoteText note) {
        var body = Body.of(note);
        return work.note(id, body.text(), body.revision());
    }

    /** Chooses the customer. */
    @PUT
    @Path("/{id}/party")
    public CallCard choose(@PathParam("id") long id, Choice choice) {
        var body = Body.of(choice);
        return work.choose(id, body.partyId(), body.contactId());
    }

    /** Classifies and closes. */
    @PUT
    @Path("/{id}/wrap-up")
    public CallCard wrapUp(@PathParam("id") long id, WrapUp wrapUp) {
        var body = Body.of(wrapUp);
        return work.wrapUp(id, body.disposition(), body.followUpOn(), body.done());
    }

    /** Records a lead. */
    @PUT
    @Path("/{id}/lead")
    public CallCard lead(@PathParam("id") long id, Lead lead) {
        return work.lead(id, Body.of(lead));
    }
}
