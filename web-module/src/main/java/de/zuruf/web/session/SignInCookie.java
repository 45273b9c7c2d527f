package de.zuruf.web.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the sign-in's annotation asks about its cookie. */
@Named("signInCookie")
@ApplicationScoped
public class SignInCookie {
    @Inject
    @ConfigProperty(name = "zuruf.cookie.secure", defaultValue = "false")
    private boolean secure;

    /** {@return whether the browser may send the cookie over TLS only} */
    public boolean isSecure() {
        return secure;
    }
}
