package io.trove.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of edges that wait for an end: the map of what {@link Projection} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "link_waiting")
@IdClass(LinkPlace.class)
class LinkWaitingRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Id
    private long ordinal;

    private String type;

    @Column(name = "source_id")
    private String sourceId;

    @Column(name = "source_version")
    private long sourceVersion;

    @Column(name = "target_id")
    private String targetId;

    @Column(name = "target_version")
    private long targetVersion;

    private long removes;

    /** Each end as its id and version, in words: this is for reading alone. */
    String said() {
        return "%s/%d %s %s/%d%s at %d"
                .formatted(
                        sourceId,
                        sourceVersion,
                        type,
                        targetId,
                        targetVersion,
                        removes == 1 ? " no more" : "",
                        position);
    }
}
