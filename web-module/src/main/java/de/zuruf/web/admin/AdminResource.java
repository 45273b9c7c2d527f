package de.zuruf.web.admin;

import de.zuruf.app.operation.Operation;
import de.zuruf.app.routing.RoutingRuleBook;
import de.zuruf.app.scoring.Scoring;
import de.zuruf.routing.RoutingRule;
import de.zuruf.web.api.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How the product stands, for its operator. */
@Path("/admin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AdminResource {
    @Inject
    private Operation operation;

    @Inject
    private RoutingRuleBook routing;

    @Inject
    private Scoring scoring;

    /** {@return how everything stands} */
    @GET
    @Path("/status")
    public Operation.Status status() {
        return operation.status();
    }

    /** {@return the latest passes of the scoring of all customers, the present one first} */
    @GET
    @Path("/scoring")
    public List<Scoring.Pass> scoring() {
        return scoring.passes();
    }

    /**
     * Starts a pass, or goes on with the one that was interrupted.
     *
     * @return the latest passes
     */
    @POST
    @Path("/scoring")
    public List<Scoring.Pass> score() {
        return scoring.start();
    }

    /** {@return the rules by which the dialplan is answered, in the order in which they are asked} */
    @GET
    @Path("/routing-rules")
    public List<RoutingRule> routingRules() {
        return routing.rules();
    }

    /**
     * Replaces them all.
     *
     * @return the rules with their new versions
     */
    @PUT
    @Path("/routing-rules")
    public List<RoutingRule> replaceRoutingRules(List<RuleInput> rules) {
        return routing.replace(
                Body.of(rules).stream().map(rule -> Body.of(rule).toRule()).toList());
    }

    /** A routing rule as it is sent; see {@link RoutingRule}. A version may be there and does not matter. */
    public record RuleInput(
            String id,
            Integer version,
            Integer position,
            String condition,
            String queue,
            Integer priority,
            Boolean toOwner,
            Boolean vip,
            String language) {
        RoutingRule toRule() {
            return new RoutingRule(
                    id, 1, position == null ? -1 : position, condition, queue, priority, toOwner, vip, language);
        }
    }
}
