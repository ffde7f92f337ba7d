package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** An event ready but for what the commit assigns: its entity's version and the time of recording. */
public final class Pending {
    private final Completed event;
    private final Template document;
    private final Template record;
    private final byte[] seed;
    private final byte[] contentDigest;
    private final List<Attached> attached;

    private Pending(
            Completed event,
            Template document,
            Template record,
            byte[] seed,
            byte[] contentDigest,
            List<Attached> attached) {
        this.event = event;
        this.document = document;
        this.record = record;
        this.seed = seed;
        this.contentDigest = contentDigest;
        this.attached = attached;
    }

    static Pending of(
            Envelope sent,
            Members members,
            byte[] contentDigest,
            List<Attached> attached,
            Defaults defaults,
            Completion completion) {
        Completed event = Completed.of(sent, members, defaults);
        boolean versioned = sent.entity().id().isPresent();
        return new Pending(
                event,
                completion.document(members, versioned),
                completion.record(members, versioned, defaults.seed()),
                defaults.seed().clone(),
                contentDigest,
                attached);
    }

    /** Fills in what the commit assigned; the version is ignored when there is no {@code entity.id}. */
    public Kept keep(long entityVersion, long recordedAtMicros) {
        byte[] version = ascii(Long.toString(entityVersion));
        byte[] time = ascii(Times.text(recordedAtMicros));
        return new Kept(document.fill(version, time), record.digest(version, time, Records.inOneGo()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    public EventId id() {
        return event.id();
    }

    public String type() {
        return event.sent().type();
    }

    public String entityType() {
        return event.sent().entity().type();
    }

    public Optional<String> entityId() {
        return event.sent().entity().id();
    }

    public Actor actor() {
        return event.actor();
    }

    public String producer() {
        return event.producer();
    }

    public Optional<SchemaId> schema() {
        return event.schema();
    }

    public long createdAtMicros() {
        return event.createdAtMicros();
    }

    public List<IndexKey> indexKeys() {
        return event.sent().indexKeys();
    }

    public List<Link> links() {
        return event.sent().links();
    }

    /** Those of its files whose bytes are known. */
    public List<Attached> attached() {
        return attached;
    }

    public Optional<String> traceId() {
        return event.traceId();
    }

    /** {@code context.correlationId}. */
    public Optional<String> correlationId() {
        return event.sent().correlationId();
    }

    /** {@code cause.commandId}. */
    public Optional<String> causeId() {
        return event.sent().causeId();
    }

    public Optional<String> module() {
        return event.sent().module();
    }

    public Optional<String> userId() {
        return event.sent().userId();
    }

    public byte[] seed() {
        return seed.clone();
    }

    /** SHA-256 of the canonical event as sent. */
    public byte[] contentDigest() {
        return contentDigest.clone();
    }

    /** The bytes of the document, at most: the version's digits are not known yet. */
    public int documentLength() {
        return document.lengthMax();
    }
}
