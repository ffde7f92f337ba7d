package io.trove.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Objects;

/** An event's row: the map of the table that {@link EventTable} writes. Jakarta Persistence never writes it. */
@Entity
@Table(name = "event")
@IdClass(EventPlace.class)
class EventRow {

    @Id
    @Column(name = "ledger_id")
    private long ledgerId;

    @Id
    private long position;

    @Column(name = "event_id")
    private String eventId;

    @Column(name = "event_version")
    private long eventVersion;

    private String type;

    @Column(name = "entity_type")
    private String entityType;

    @Column(name = "entity_id")
    private String entityId;

    @Column(name = "entity_version")
    private Long entityVersion;

    @Column(name = "actor_type")
    private String actorType;

    @Column(name = "actor_id")
    private String actorId;

    private String producer;

    @Column(name = "schema_id")
    private String schemaId;

    @Column(name = "schema_version")
    private String schemaVersion;

    @Column(name = "created_at")
    private long createdAtMicros;

    @Column(name = "recorded_at")
    private long recordedAtMicros;

    @Column(name = "content_digest")
    private byte[] contentDigest;

    private byte[] digest;
    private byte[] seed;

    @Lob
    private byte[] document;

    /** Whether this row says what was placed, column by column. */
    boolean says(Placed placed) {
        var event = placed.event();
        return position == placed.position()
                && eventId.equals(event.id().id())
                && eventVersion == event.id().version()
                && type.equals(event.type())
                && entityType.equals(event.entityType())
                && Objects.equals(entityId, event.entityId().orElse(null))
                && Objects.equals(
                        entityVersion,
                        placed.entityVersion().isPresent()
                                ? placed.entityVersion().getAsLong()
                                : null)
                && actorType.equals(event.actor().type())
                && actorId.equals(event.actor().id())
                && producer.equals(event.producer())
                && Objects.equals(
                        schemaId,
                        event.schema().map(io.trove.event.SchemaId::id).orElse(null))
                && Objects.equals(
                        schemaVersion,
                        event.schema().map(io.trove.event.SchemaId::version).orElse(null))
                && createdAtMicros == event.createdAtMicros()
                && recordedAtMicros == placed.recordedAtMicros()
                && java.util.Arrays.equals(contentDigest, event.contentDigest())
                && java.util.Arrays.equals(digest, placed.kept().digest())
                && java.util.Arrays.equals(seed, event.seed())
                && java.util.Arrays.equals(document, placed.kept().document());
    }
}
