package de.zuruf.app.mirror;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A product group. */
@Entity
@Table(name = "product_group")
public class MirroredProductGroup {
    @Id
    String id;

    String name;

    /** {@return its name} */
    public String name() {
        return name;
    }
}
