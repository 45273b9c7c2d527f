package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product. */
@Entity
@Table(name = "product")
public class MirroredProduct {
    @Id
    String id;

    String name;

    @Column(name = "group_id")
    String groupId;

    boolean orderable;

    /** {@return the CRM's identity} */
    public String id() {
        return id;
    }

    /** {@return its name} */
    public String name() {
        return name;
    }

    /** {@return whether it can be ordered now} */
    public boolean orderable() {
        return orderable;
    }
}
