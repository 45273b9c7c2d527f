package de.zuruf.app.demo;

import de.zuruf.app.people.Accounts;
import de.zuruf.app.people.Roles;
import de.zuruf.app.people.Staff;
import de.zuruf.wording.Bilingual;
import de.zuruf.wording.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Accounts for trying out; they exist only where the demo is switched on. */
@Stateless
@PermitAll
public class DemoAccounts {
    /** Password of all of them; printed at the start. */
    static final String PASSWORD = "zuruf";

    @Inject
    private Accounts accounts;

    @Inject
    private Staff staff;

    @Inject
    private DemoSettings settings;

    /** An account and what it shows. */
    record DemoAccount(String login, String role) {}

    private static final List<DemoAccount> ACCOUNTS = List.of(
            new DemoAccount("anna", Roles.INSIDE_SALES),
            new DemoAccount("ben", Roles.INSIDE_SALES),
            new DemoAccount("clara", Roles.INSIDE_SALES),
            new DemoAccount("frank", Roles.FIELD_SALES),
            new DemoAccount("gisela", Roles.FIELD_SALES),
            new DemoAccount("sabine", Roles.SUPERVISOR),
            new DemoAccount("otto", Roles.ADMIN));

    /** Creates those that are missing. */
    public void create() {
        for (var account : ACCOUNTS) {
            var employee = "e-" + account.login;
            if (staff.find(employee).isPresent()) {
                accounts.create(account.login, PASSWORD.toCharArray(), employee, Set.of(account.role));
            }
        }
    }

    static List<DemoAccount> all() {
        return ACCOUNTS;
    }

    /** An account as the sign-in page lists it. */
    public record Listed(String login, String password, String name, List<String> roles, String team) {}

    /**
     * {@return the accounts for the sign-in page}
     *
     * @throws NotFoundException when the demo is off
     */
    public List<Listed> listed() {
        if (!settings.on()) {
            throw new NotFoundException(
                    "ZURUF-DEMO", new Bilingual("Die Demo ist nicht eingeschaltet.", "The demo is not switched on."));
        }
        return ACCOUNTS.stream()
                .flatMap(a -> staff.find("e-" + a.login).stream()
                        .map(e -> new Listed(a.login, PASSWORD, e.name(), List.of(a.role), e.team())))
                .toList();
    }
}
