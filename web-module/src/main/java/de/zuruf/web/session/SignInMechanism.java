package de.zuruf.web.session;

import de.zuruf.app.people.SignIns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.authentication.mechanism.http.RememberMe;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Signs in whoever sends credentials to the session resource and recognises him afterwards by a cookie.
 * Nobody is ever sent to a page: a call without sign-in goes on without a person and is refused where one is needed.
 */
@ApplicationScoped
@RememberMe(
        cookieName = "ZURUF-SIGN-IN",
        cookieMaxAgeSeconds = SignIns.SECONDS,
        cookieSecureOnlyExpression = "#{cookieSettings.secure}")
public class SignInMechanism implements HttpAuthenticationMechanism {
    @Inject
    private IdentityStoreHandler stores;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var credential = context.getAuthParameters().getCredential();
        return credential == null
                ? context.doNothing()
                : context.notifyContainerAboutLogin(stores.validate(credential));
    }
}
