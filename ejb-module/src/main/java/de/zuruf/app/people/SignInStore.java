package de.zuruf.app.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.credential.RememberMeCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.RememberMeIdentityStore;
import java.util.Set;

/** Tells the container who is signed in; see {@link SignIns}. */
@ApplicationScoped
public class SignInStore implements RememberMeIdentityStore {
    @Inject
    private SignIns signIns;

    @Override
    public CredentialValidationResult validate(RememberMeCredential credential) {
        return signIns.of(credential.getToken())
                .map(signedIn -> new CredentialValidationResult(signedIn.employeeId(), signedIn.roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }

    @Override
    public String generateLoginToken(CallerPrincipal caller, Set<String> groups) {
        return signIns.begin(caller.getName());
    }

    @Override
    public void removeLoginToken(String token) {
        signIns.end(token);
    }
}
