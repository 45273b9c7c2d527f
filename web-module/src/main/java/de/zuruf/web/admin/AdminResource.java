package de.zuruf.web.admin;

import de.zuruf.app.operation.Operation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How the product stands, for its operator. */
@Path("/admin")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class AdminResource {
    @Inject
    private Operation operation;

    /** {@return how everything stands} */
    @GET
    @Path("/status")
    public Operation.Status status() {
        return operation.status();
    }
}
