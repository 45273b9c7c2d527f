package de.zuruf.app.mirror;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** A complaint. */
@Entity
@Table(name = "complaint")
public class MirroredComplaint extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    @Column(name = "opened_on")
    LocalDate openedOn;

    @Column(name = "solved_on")
    LocalDate solvedOn;

    String subject;
}
