package de.zuruf.web.call;

import de.zuruf.app.call.CallWork;
import de.zuruf.app.prompt.Prompt;
import de.zuruf.prompt.AnswerKind;
import de.zuruf.prompt.DeclineReason;
import de.zuruf.web.api.Body;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;

/** Answers to prompts. */
@Path("/prompts/{id}/answer")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PromptResource {
    @Inject
    private CallWork work;

    /** As in docs/api.md. */
    public record Answer(AnswerKind kind, DeclineReason reason, LocalDate laterOn) {}

    /** Answers. */
    @PUT
    public Prompt answer(@PathParam("id") long id, Answer answer) {
        var body = Body.of(answer);
        return work.answer(id, body.kind(), body.reason(), body.laterOn());
    }

    /** Takes the answer back. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    public Prompt undo(@PathParam("id") long id) {
        return work.undoAnswer(id);
    }
}
