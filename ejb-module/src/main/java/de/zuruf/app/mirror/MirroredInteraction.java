package de.zuruf.app.mirror;

import de.zuruf.customer.Channel;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A contact with a customer that the CRM recorded. */
@Entity
@Table(name = "interaction")
public class MirroredInteraction extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    @Column(name = "contact_id")
    Long contactId;

    @Column(name = "employee_id")
    String employeeId;

    @Column(name = "held_on")
    LocalDate heldOn;

    @Enumerated(EnumType.STRING)
    Channel channel;

    String summary;
}
