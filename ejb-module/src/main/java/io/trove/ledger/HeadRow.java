package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A ledger's head: the map of the row that every append moves. Jakarta Persistence never writes it. */
@Entity
@Table(name = "ledger_head")
class HeadRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    private int rules;
    private long size;

    @Column(name = "recorded_at")
    private long recordedAtMicros;

    @Column(name = "settings_version")
    private long settingsVersion;

    private long epoch;
    private byte[] tree;

    Head head() {
        return Head.kept(size, recordedAtMicros, settingsVersion, epoch, tree);
    }

    int rules() {
        return rules;
    }
}
