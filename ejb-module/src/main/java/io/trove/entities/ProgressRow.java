package io.trove.entities;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far a ledger is followed: the map of the table that {@link StateRows} writes. */
@Entity
@Table(name = "entity_progress")
class ProgressRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    private long position;

    private long fence;

    boolean isAt(long below, long term) {
        return position == below && fence == term;
    }
}
