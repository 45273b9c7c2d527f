package de.zuruf.web.presence;

import de.zuruf.app.report.Board;
import de.zuruf.app.report.LiveBoard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What goes on now. */
@Path("/board")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class BoardResource {
    @Inject
    private LiveBoard board;

    /** {@return the board} */
    @GET
    public Board get() {
        return board.now();
    }
}
