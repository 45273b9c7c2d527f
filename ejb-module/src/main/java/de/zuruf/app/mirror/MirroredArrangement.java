package de.zuruf.app.mirror;

import de.zuruf.customer.ArrangementKind;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** Something that we owe a customer. */
@Entity
@Table(name = "arrangement")
public class MirroredArrangement extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    @Enumerated(EnumType.STRING)
    ArrangementKind kind;

    String text;

    @Column(name = "due_on")
    LocalDate dueOn;
}
