package de.zuruf.app.mirror;

import de.zuruf.customer.NumberKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A telephone number of a company or of one of its people, in E.164. */
@Entity
@Table(name = "phone_number")
public class MirroredNumber {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mirror")
    @SequenceGenerator(name = "mirror", sequenceName = "mirror_seq", allocationSize = 500)
    Long id;

    @Column(name = "party_id")
    Long partyId;

    @Column(name = "contact_id")
    Long contactId;

    String e164;

    @Enumerated(EnumType.STRING)
    NumberKind kind;

    /** {@return the number, e.g. {@code +493023125101}} */
    public String e164() {
        return e164;
    }

    /** {@return what it reaches} */
    public NumberKind kind() {
        return kind;
    }

    /** {@return our identity of the company} */
    public Long partyId() {
        return partyId;
    }

    /** {@return whose it is; null for the company's own} */
    public Long contactId() {
        return contactId;
    }
}
