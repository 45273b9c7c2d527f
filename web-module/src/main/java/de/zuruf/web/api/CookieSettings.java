package de.zuruf.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What all our cookies have in common; named, because the sign-in's annotation asks by expression. */
@Named("cookieSettings")
@ApplicationScoped
public class CookieSettings {
    /** {@code zuruf.cookie.secure}: true when people reach the server by HTTPS only; default false. */
    @Inject
    @ConfigProperty(name = "zuruf.cookie.secure", defaultValue = "false")
    private boolean secure;

    /** {@return whether browsers may send our cookies over TLS only} */
    public boolean isSecure() {
        return secure;
    }
}
