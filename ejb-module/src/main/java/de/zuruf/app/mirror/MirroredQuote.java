package de.zuruf.app.mirror;

import de.zuruf.customer.QuoteStatus;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;

/** An offer. */
@Entity
@Table(name = "quote")
public class MirroredQuote extends Mirrored {
    @Column(name = "party_id")
    Long partyId;

    @Column(name = "quoted_on")
    LocalDate quotedOn;

    String subject;
    BigDecimal amount;

    @Enumerated(EnumType.STRING)
    QuoteStatus status;
}
