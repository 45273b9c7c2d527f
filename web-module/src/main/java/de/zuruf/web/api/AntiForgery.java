package de.zuruf.web.api;

import de.zuruf.app.people.CurrentUser;
import de.zuruf.app.people.ServerKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed double submit: the token that a page sends in a header is an HMAC over the person and a random cookie that no
 * script can read. Survives a restart, because the key is kept with the data. OWASP CSRF Prevention Cheat Sheet, "Signed
 * Double-Submit Cookie".
 */
@ApplicationScoped
public class AntiForgery {
    private static final String COOKIE = "ZURUF-CSRF";

    @Inject
    private ServerKeys keys;

    @Inject
    private CurrentUser user;

    @Inject
    private CookieSettings settings;

    private volatile byte[] key;

    /** A token and the cookie that must come with it. */
    public record Issued(String token, NewCookie cookie) {}

    /**
     * @param cookies    of the request; the random part is kept if it is there
     * @param employeeId for whom
     */
    public Issued issue(Map<String, Cookie> cookies, String employeeId) {
        var present = cookies.get(COOKIE);
        var random = present == null || present.getValue().length() < 20 ? random() : present.getValue();
        var cookie = new NewCookie.Builder(COOKIE)
                .value(random)
                .path("/")
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
        return new Issued(token(random, employeeId), cookie);
    }

    /** {@return whether the token belongs to the caller and the cookie} */
    boolean valid(Map<String, Cookie> cookies, String token) {
        var cookie = cookies.get(COOKIE);
        return cookie != null
                && token != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8),
                        token(cookie.getValue(), user.id()).getBytes(StandardCharsets.UTF_8));
    }

    private static String random() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String token(String random, String employeeId) {
        try {
            if (key == null) {
                key = keys.key("anti-forgery");
            }
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var text = random + "\n" + employeeId;
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
