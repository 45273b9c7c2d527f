package de.zuruf.web.api;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.wording.Bilingual;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lets nobody in who is not signed in, no change without the anti-forgery token, and nothing that is larger than any
 * person could make it. Whether somebody may do what he asks is decided in the use case.
 */
@Provider
public class RequestGuard implements ContainerRequestFilter {
    private static final int LARGEST = 64 * 1024;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Inject
    private CurrentUser user;

    @Inject
    private AntiForgery antiForgery;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > LARGEST) {
            refuse(request, 413, "ZURUF-TOO-LARGE", new Bilingual("Das ist zu groß.", "This is too large."));
            return;
        }
        if (request.getUriInfo().getQueryParameters().values().stream()
                .flatMap(List::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0)) {
            // PostgreSQL keeps no such character, and no person types one.
            refuse(
                    request,
                    400,
                    "ZURUF-MALFORMED",
                    new Bilingual(
                            "Die Anfrage enthält ein Zeichen, das es in Texten nicht gibt.",
                            "The request contains a character that texts do not have."));
            return;
        }
        request.setEntityStream(new Limited(request.getEntityStream()));
        var path = request.getUriInfo().getPath();
        var session = path.equals("session") || path.equals("/session");
        if (session && request.getMethod().equals("POST")) {
            if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(request.getMediaType())
                    || foreign(request.getHeaderString("Sec-Fetch-Site"))) {
                refuse(
                        request,
                        403,
                        "ZURUF-CSRF",
                        new Bilingual(
                                "Bitte melden Sie sich auf der Seite von Zuruf an.",
                                "Please sign in on Zuruf's page."));
            }
            return;
        }
        if (path.endsWith("demo/accounts") && request.getMethod().equals("GET")) {
            return; // Who may try it out is said before somebody is signed in; empty unless the demo is on.
        }
        if (!user.signedIn()) {
            refuse(request, 401, "ZURUF-SIGN-IN", new Bilingual("Bitte melden Sie sich an.", "Please sign in."));
            return;
        }
        if (!READING.contains(request.getMethod()) && !antiForgery.valid(request.getCookies(), token(request))) {
            refuse(
                    request,
                    403,
                    "ZURUF-CSRF",
                    new Bilingual("Bitte laden Sie die Seite neu.", "Please reload the page."));
        }
    }

    private static String token(ContainerRequestContext request) {
        return request.getHeaderString("X-CSRF-Token");
    }

    private static boolean foreign(String site) {
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static void refuse(ContainerRequestContext request, int status, String code, Bilingual words) {
        var response = Problem.response(status, code, words, null, Map.of(), request.getAcceptableLanguages());
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        request.abortWith(response);
    }

    /** Stops reading a body that turns out larger than announced. */
    private static final class Limited extends FilterInputStream {
        private int read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var some = super.read(buffer, offset, length);
            count(Math.max(0, some));
            return some;
        }

        private void count(int more) throws IOException {
            read += more;
            if (read > LARGEST) {
                throw new TooLargeException();
            }
        }
    }
}
