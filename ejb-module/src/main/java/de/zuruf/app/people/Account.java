package de.zuruf.app.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.Set;

/** A built-in account. Companies with an identity provider have none. */
@Entity
class Account {
    @Id
    String login;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "password_hash")
    String passwordHash;

    String roles;

    Set<String> roleNames() {
        return Set.of(roles.split(" "));
    }
}
