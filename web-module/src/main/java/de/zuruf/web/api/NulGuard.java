package de.zuruf.web.api;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.InvalidInputException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Refuses the NUL character, which JSON can carry, no person types and PostgreSQL cannot store. */
@Provider
public class NulGuard implements ReaderInterceptor {
    private static final String ESCAPED = "\\u0000";

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        var body = context.getInputStream().readAllBytes();
        if (hasNul(new String(body, StandardCharsets.ISO_8859_1))) {
            throw new InvalidInputException(
                    "ZURUF-MALFORMED",
                    new Bilingual(
                            "Die Anfrage enthält ein Zeichen, das es in Texten nicht gibt.",
                            "The request contains a character that texts do not have."),
                    null);
        }
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }

    static boolean hasNul(String json) {
        if (json.indexOf('\0') >= 0) {
            return true;
        }
        for (var at = json.indexOf(ESCAPED); at >= 0; at = json.indexOf(ESCAPED, at + 1)) {
            var backslashes = 0;
            while (at - 1 - backslashes >= 0 && json.charAt(at - 1 - backslashes) == '\\') {
                backslashes++;
            }
            // An even number before it: the escape is one, not the end of an escaped backslash.
            if (backslashes % 2 == 0) {
                return true;
            }
        }
        return false;
    }
}
