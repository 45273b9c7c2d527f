package de.zuruf.system.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import de.zuruf.app.people.Accounts;
import de.zuruf.app.people.SignIns;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is signed in, for how long, and with which rights. */
@ArquillianTest
public class SignInsIT {

    private String employee;

    @Deployment
    static EnterpriseArchive ear() {
        return TestEar.with(SignInsIT.class);
    }

    @Inject
    private SignIns signIns;

    @Inject
    private Accounts accounts;

    @BeforeEach
    public void employ() {
        employee = UUID.randomUUID().toString();
        accounts.create(employee, "geheim".toCharArray(), employee, Set.of("innendienst"));
    }

    private Optional<Set<String>> roles(String token) {
        return signIns.of(token).map(Accounts.SignedIn::roles);
    }

    @Test
    public void aTokenIsItsOwnersUntilHeSignsOut() {
        String desk = signIns.begin(employee);
        String telephone = signIns.begin(employee);
        assertNotEquals(desk, telephone);
        assertEquals(employee, signIns.of(desk).orElseThrow().employeeId());
        signIns.end(desk);
        assertEquals(Optional.empty(), signIns.of(desk));
        assertEquals(employee, signIns.of(telephone).orElseThrow().employeeId());
    }

    @Test
    public void aTokenEnds() {
        String token = signIns.begin(employee);
        Rows.change("update sign_in set expires_at = current_timestamp where employee_id = ?", employee);
        assertEquals(Optional.empty(), signIns.of(token));
        signIns.begin(UUID.randomUUID().toString());
        assertEquals(0, Rows.count("select count(*) from sign_in where employee_id = ?", employee), "swept");
    }

    @Test
    public void aRoleThatIsTakenAwayIsGoneAtOnce() {
        String token = signIns.begin(employee);
        assertEquals(Optional.of(Set.of("innendienst")), roles(token));
        Rows.change("update account set roles = 'aussendienst' where login = ?", employee);
        assertEquals(Optional.of(Set.of("aussendienst")), roles(token));
        Rows.change("delete from account where login = ?", employee);
        assertEquals(Optional.empty(), roles(token));
    }

    @Test
    public void theTableDoesNotHoldTheToken() {
        String token = signIns.begin(employee);
        assertEquals(0, Rows.count("select count(*) from sign_in where token_hash = ?", token));
    }

    @Test
    public void nonsenseIsNobody() {
        for (String nonsense : new String[] {null, "", "x", "x".repeat(100_000), "' or 1=1 --", "\0"}) {
            assertEquals(Optional.empty(), signIns.of(nonsense));
            signIns.end(nonsense);
        }
    }
}
