package de.zuruf.web.handoff;

import de.zuruf.app.call.CallWork;
import de.zuruf.app.customer.CustomerCard;
import de.zuruf.app.customer.Customers;
import de.zuruf.app.handoff.Handoff;
import de.zuruf.app.handoff.Handoffs;
import de.zuruf.handoff.HandoffDraft;
import de.zuruf.handoff.Urgency;
import de.zuruf.prompt.Occasion;
import de.zuruf.visit.VisitReport;
import de.zuruf.web.api.Body;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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

/** Handoffs. */
@Path("/handoffs")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class HandoffResource {
    @Inject
    private Handoffs handoffs;

    @Inject
    private Customers customers;

    @Inject
    private CallWork calls;

    /** A handoff to be sent; docs/api.md describes the members. */
    public record Sending(
            String key,
            Long callId,
            Long partyId,
            Long contactId,
            String recipientId,
            Occasion occasion,
            String said,
            String wanted,
            LocalDate dueOn,
            Urgency urgency) {}

    /** {@return whom to hand a customer's matters to} */
    @GET
    @Path("/recipients")
    public Handoffs.Choices recipients(@QueryParam("partyId") long partyId) {
        return handoffs.recipients(partyId);
    }

    /** Sends one. */
    @POST
    public Response send(Sending sending) {
        var body = Body.of(sending);
        if (body.partyId() == null) {
            throw InvalidInputException.missing("partyId");
        }
        var sent = handoffs.send(
                body.key(),
                body.callId(),
                body.partyId(),
                body.contactId(),
                new HandoffDraft(
                        body.recipientId(), body.occasion(), body.said(), body.wanted(), body.dueOn(), body.urgency()));
        if (sent.created() && body.callId() != null) {
            calls.handedOff(body.callId());
        }
        return Response.status(sent.created() ? 201 : 200)
                .entity(sent.handoff())
                .build();
    }

    /** {@return the inbox of the field or what an agent has sent} */
    @GET
    public List<Handoff> list(
            @QueryParam("box") @DefaultValue("inbox") String box,
            @QueryParam("state") @DefaultValue("open") String state) {
        var openOnly = !"all".equals(state);
        return switch (box) {
            case "sent" -> handoffs.sent(openOnly);
            case "inbox" -> handoffs.inbox(openOnly);
            default ->
                throw new InvalidInputException(
                        "ZURUF-BOX", new Bilingual("Es gibt inbox und sent.", "There are inbox and sent."), "box");
        };
    }

    /** {@return one} */
    @GET
    @Path("/{id}")
    public Handoff get(@PathParam("id") long id) {
        return handoffs.find(id);
    }

    /** Takes note. */
    @PUT
    @Path("/{id}/acknowledgement")
    @Consumes(MediaType.WILDCARD)
    public Handoff acknowledge(@PathParam("id") long id) {
        return handoffs.acknowledge(id);
    }

    /** Reports the visit. */
    @PUT
    @Path("/{id}/report")
    public Handoff report(@PathParam("id") long id, VisitReport report) {
        return handoffs.report(id, Body.of(report));
    }

    /** {@return what the field must know of the customer of a handoff} */
    @GET
    @Path("/brief/{id}")
    public CustomerCard brief(@PathParam("id") long id) {
        var handoff = handoffs.find(id);
        return customers.card(
                handoff.partyId(),
                handoff.contact() == null ? null : handoff.contact().id());
    }
}
