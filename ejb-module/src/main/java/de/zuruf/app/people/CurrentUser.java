package de.zuruf.app.people;

import de.zuruf.wording.Bilingual;
import de.zuruf.wording.NotSignedInException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who makes the present request. The caller's principal is the employee's identity in the CRM. */
@Dependent
public class CurrentUser {
    @Inject
    private SecurityContext security;

    /**
     * @return the employee's identity
     * @throws NotSignedInException when nobody is signed in
     */
    public String id() {
        var principal = security.getCallerPrincipal();
        if (!signedIn(principal)) {
            throw new NotSignedInException(
                    "ZURUF-SIGN-IN", new Bilingual("Bitte melden Sie sich an.", "Please sign in."));
        }
        return principal.getName();
    }

    /** {@return whether somebody is signed in} */
    public boolean signedIn() {
        return signedIn(security.getCallerPrincipal());
    }

    private static boolean signedIn(Principal principal) {
        // Liberty gives callers without identity this name in enterprise beans.
        return principal != null && !"UNAUTHENTICATED".equals(principal.getName());
    }

    /** {@return whether the caller has the role} */
    public boolean has(String role) {
        return security.isCallerInRole(role);
    }

    /** {@return the product's roles that the caller has} */
    public Set<String> roles() {
        return Stream.of(Roles.INSIDE_SALES, Roles.FIELD_SALES, Roles.SUPERVISOR, Roles.ADMIN)
                .filter(this::has)
                .collect(Collectors.toUnmodifiableSet());
    }
}
