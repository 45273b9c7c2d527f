package de.zuruf.web.api;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.ConflictException;
import de.zuruf.wording.DomainException;
import de.zuruf.wording.InvalidInputException;
import de.zuruf.wording.NotFoundException;
import de.zuruf.wording.NotPermittedException;
import de.zuruf.wording.NotSignedInException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one place where errors become answers. What nobody foresaw gets a number that is also in the log. */
@Provider
public class ErrorMapper implements ExceptionMapper<Exception> {
    private static final Logger LOG = Logger.getLogger(ErrorMapper.class.getName());

    @Context
    private HttpHeaders headers;

    @Override
    public Response toResponse(Exception thrown) {
        if (causedBy(thrown, TooLargeException.class)) {
            return problem(
                    413, "ZURUF-TOO-LARGE", new Bilingual("Das ist zu groß.", "This is too large."), null, Map.of());
        }
        var error = thrown instanceof EJBException && thrown.getCause() instanceof Exception cause ? cause : thrown;
        if (error instanceof DomainException refusal) {
            return problem(
                    status(refusal),
                    refusal.code(),
                    refusal.words(),
                    refusal.field().orElse(null),
                    refusal.details());
        }
        if (error instanceof EJBAccessException || thrown instanceof EJBAccessException) {
            return problem(
                    403,
                    "ZURUF-ROLE",
                    new Bilingual("Dafür fehlt Ihnen die Berechtigung.", "You are not allowed to do this."),
                    null,
                    Map.of());
        }
        if (error instanceof WebApplicationException web && !(web.getCause() instanceof JsonbException)) {
            return web(web);
        }
        if (malformed(error)) {
            return problem(
                    400,
                    "ZURUF-MALFORMED",
                    new Bilingual("Die Anfrage ist nicht lesbar.", "The request cannot be read."),
                    null,
                    Map.of());
        }
        var number = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "ZURUF3001E Error " + number + " in a request", error);
        return problem(
                500,
                "ZURUF-UNEXPECTED",
                new Bilingual(
                        "Das hat nicht geklappt. Bitte versuchen Sie es noch einmal; wenn es bleibt, nennen Sie der"
                                + " Administration die Nummer " + number + ".",
                        "That did not work. Please try again; if it persists, tell the administrator the number "
                                + number + "."),
                null,
                Map.of("number", number));
    }

    private static boolean malformed(Throwable error) {
        return causedBy(error, JsonbException.class)
                || causedBy(error, JsonException.class)
                || causedBy(error, ProcessingException.class);
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> cause) {
        for (var e = error; e != null; e = e.getCause()) {
            if (cause.isInstance(e)) {
                return true;
            }
        }
        return false;
    }

    private static int status(DomainException refusal) {
        if (refusal instanceof InvalidInputException) {
            return 400;
        }
        if (refusal instanceof NotSignedInException) {
            return 401;
        }
        if (refusal instanceof NotPermittedException) {
            return 403;
        }
        if (refusal instanceof NotFoundException) {
            return 404;
        }
        return refusal instanceof ConflictException ? 409 : 500;
    }

    private Response web(WebApplicationException web) {
        var status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        var words = switch (status) {
            case 404 -> new Bilingual("Das gibt es hier nicht.", "There is nothing here.");
            case 405 -> new Bilingual("So kann man das nicht aufrufen.", "This cannot be called that way.");
            case 415 -> new Bilingual("Dieses Format wird nicht angenommen.", "This format is not accepted.");
            default -> new Bilingual("Die Anfrage ist nicht lesbar.", "The request cannot be read.");
        };
        return problem(status, "ZURUF-HTTP-" + status, words, null, Map.of());
    }

    private Response problem(int status, String code, Bilingual words, String field, Map<String, ?> details) {
        return Problem.response(status, code, words, field, details, headers.getAcceptableLanguages());
    }
}
