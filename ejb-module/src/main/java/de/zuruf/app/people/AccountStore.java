package de.zuruf.app.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.Credential;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Checks built-in accounts. A company with an identity provider has no row in the table and never comes here. */
@ApplicationScoped
public class AccountStore implements IdentityStore {
    @Inject
    private Accounts accounts;

    @Override
    public CredentialValidationResult validate(Credential credential) {
        if (!(credential instanceof UsernamePasswordCredential attempt)) {
            return CredentialValidationResult.NOT_VALIDATED_RESULT;
        }
        return accounts.check(attempt.getCaller(), attempt.getPassword().getValue())
                .map(signedIn -> new CredentialValidationResult(signedIn.employeeId(), signedIn.roles()))
                .orElse(CredentialValidationResult.INVALID_RESULT);
    }
}
