package de.zuruf.app.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who is signed in, at one browser. */
@Entity
@Table(name = "sign_in")
class SignIn {
    /** SHA-256 of the token, hexadecimal. */
    @Id
    @Column(name = "token_hash")
    String tokenHash;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "expires_at")
    Instant expiresAt;
}
