package io.trove.links;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** A row of edges that were taken away: the map of what {@link Projection} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "link_removal")
@IdClass(RemovalPlace.class)
class LinkRemovalRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    private String type;

    private long source;

    private long target;

    Edge edge() {
        return new Edge(source, target, type, position);
    }
}
