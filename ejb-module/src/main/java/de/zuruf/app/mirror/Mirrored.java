package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/** A row that has its own identity here and another one in the CRM. */
@MappedSuperclass
public abstract class Mirrored {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mirror")
    @SequenceGenerator(name = "mirror", sequenceName = "mirror_seq", allocationSize = 500)
    Long id;

    @Column(name = "external_id")
    String externalId;

    /** {@return our identity} */
    public Long id() {
        return id;
    }

    /** {@return the CRM's identity} */
    public String externalId() {
        return externalId;
    }
}
