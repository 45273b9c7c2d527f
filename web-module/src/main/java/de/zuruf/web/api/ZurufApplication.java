package de.zuruf.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** REST under {@code /api}. People sign in by {@code POST /api/session}; there is no page to redirect to. */
@ApplicationPath("/api")
@ApplicationScoped
@CustomFormAuthenticationMechanismDefinition(
        loginToContinue = @LoginToContinue(loginPage = "/index.html", errorPage = "", useForwardToLogin = false))
public class ZurufApplication extends Application {}
