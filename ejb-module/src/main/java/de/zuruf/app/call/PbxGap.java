package de.zuruf.app.call;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A span in which we did not hear a telephone system; reports say so. */
@Entity
@Table(name = "pbx_gap")
class PbxGap {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work")
    @SequenceGenerator(name = "work", sequenceName = "work_seq", allocationSize = 50)
    Long id;

    String pbx;

    @Column(name = "gap_from")
    Instant lostAt;

    @Column(name = "gap_to")
    Instant heardAt;
}
