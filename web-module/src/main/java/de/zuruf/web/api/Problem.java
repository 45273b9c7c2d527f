package de.zuruf.web.api;

import de.zuruf.wording.Bilingual;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An error as RFC 9457 describes it, in the language of the request. */
public final class Problem {
    /** Media type of every error. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problem() {}

    /**
     * @param status  HTTP status
     * @param code    stable code, {@code ZURUF-…}
     * @param words   for the person
     * @param field   culprit in the request; null when it is not one field
     * @param details further members
     * @param locales as the request accepts them, best first
     */
    public static Response response(
            int status, String code, Bilingual words, String field, Map<String, ?> details, List<Locale> locales) {
        var locale = locales.isEmpty() ? Locale.GERMAN : locales.get(0);
        var status9457 = Response.Status.fromStatusCode(status);
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "urn:zuruf:problem:" + code.toLowerCase(Locale.ROOT));
        body.put("title", status9457 == null ? String.valueOf(status) : status9457.getReasonPhrase());
        body.put("status", status);
        body.put("detail", words.in(locale));
        body.put("code", code);
        if (field != null) {
            body.put("field", field);
        }
        body.putAll(details);
        return Response.status(status)
                .type(MediaType.valueOf(MEDIA_TYPE))
                .entity(body)
                .build();
    }
}
