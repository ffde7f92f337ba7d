package io.trove.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** An event as sent, checked for shape; members that are not an event's own are under {@code extensions}. */
public final class Draft {
    private static final Set<String> ASSIGNED = Set.of("position", "ledger", "recordedAt", "view");

    private final Sent sent;
    private final Envelope envelope;
    private final Members members;
    private final int contentLength;
    private final byte[] contentDigest;
    private final List<Attached> attached;

    private Draft(
            Sent sent,
            Envelope envelope,
            Members members,
            int contentLength,
            byte[] contentDigest,
            List<Attached> attached) {
        this.sent = sent;
        this.envelope = envelope;
        this.members = members;
        this.contentLength = contentLength;
        this.contentDigest = contentDigest;
        this.attached = attached;
    }

    /** As {@link #of(Json, Limits)} within the default limits. */
    public static Draft of(Json event) {
        return of(event, Limits.DEFAULT);
    }

    /** An event as another ledger kept it: what that one assigned goes to {@code extensions.origin}. */
    public static Draft ofExported(Json event, Limits limits) {
        return of(Origin.moved(event), limits);
    }

    /** The event that this JSON is; {@link Invalid} when it is none. */
    public static Draft of(Json event, Limits limits) {
        JsonNode tree = event.tree();
        Shape shape = new Shape();
        if (!tree.isObject()) {
            shape.refuse("", tree, "an object with at least a type");
            shape.require();
        }
        Envelope envelope = Envelope.read(tree, shape, limits);
        Map<String, JsonNode> extensions = extensions(tree, shape);
        shape.require();

        Members members = new Members();
        Sent sent = Sent.written(event, members);
        writeDerived(envelope, extensions, members);
        if (members.buffer().depthMax() > StrictParser.DEPTH_MAX) {
            throw new Invalid("", members.buffer().depthMax() + " levels", "at most " + StrictParser.DEPTH_MAX);
        }
        int contentLength = sent.length() - FileShapes.inlineLength(tree.path("files"));
        return new Draft(sent, envelope, members, contentLength, sent.digest(), List.of());
    }

    /** What is sent under no name of an event's, with what is sent as {@code extensions}; nothing when all is known. */
    private static Map<String, JsonNode> extensions(JsonNode event, Shape shape) {
        Map<String, JsonNode> unknown = new TreeMap<>();
        event.properties().forEach(member -> {
            String name = member.getKey();
            if (ASSIGNED.contains(name)) {
                shape.refuse("/" + name, member.getValue(), "nothing: Trove assigns it");
            } else if (Member.titled(name).isEmpty()) {
                unknown.put(name, member.getValue());
            }
        });
        if (unknown.isEmpty()) {
            return unknown;
        }
        event.path("extensions").properties().forEach(member -> {
            if (unknown.put(member.getKey(), member.getValue()) != null) {
                String name = Shape.escaped(member.getKey());
                shape.refuse("/" + name, "a member that is also in /extensions", "it in one of the two places");
            }
        });
        return unknown;
    }

    private static void writeDerived(Envelope envelope, Map<String, JsonNode> extensions, Members members) {
        envelope.id().ifPresent(members::putId);
        members.putEntity(envelope.entity());
        if (!extensions.isEmpty()) {
            members.putExtensions(extensions);
        }
    }

    /** With the defaults filled in: all but what the commit assigns. */
    public Pending complete(Defaults defaults) {
        return complete(defaults, new Completion());
    }

    /** The same, in buffers that others use before and after it. */
    public Pending complete(Defaults defaults, Completion completion) {
        return Pending.of(envelope, completion.membersOf(members), contentDigest, attached, defaults, completion);
    }

    /** The same event of an entity whose type only the ledger can tell. */
    public Draft withEntityType(String entityType) {
        Members changed = members.copy();
        Envelope typed =
                envelope.withEntity(new Entity(entityType, envelope.entity().id()));
        changed.putEntity(typed.entity());
        return new Draft(sent, typed, changed, contentLength, contentDigest, attached);
    }

    /** The same event as one of those that another, which was sent, stands for: what was found out for it was not sent. */
    public Draft asOneOf(Draft whole) {
        return new Draft(whole.sent, envelope, members, contentLength, whole.contentDigest, attached);
    }

    /** Whether one document that was sent stands for both. */
    public boolean isSentWith(Draft other) {
        return sent == other.sent;
    }

    /** The same event with this cause. */
    public Draft caused(Json cause) {
        Map<String, Json> members = new TreeMap<>(sent.tree().members());
        members.put("cause", cause);
        return of(Json.object(members));
    }

    /** The same event as this version of another: which one belongs to what was sent, the number does not. */
    public Draft asVersion(EventId id) {
        Members changed = members.copy();
        changed.putId(id);
        MessageDigest sha256 = Records.sha256();
        sha256.update(("version of\0" + id.id() + '\0').getBytes(StandardCharsets.UTF_8));
        sha256.update(contentDigest);
        return new Draft(sent, envelope.withId(id), changed, contentLength, sha256.digest(), attached);
    }

    /** The same event under this schema, found by these properties of its payload too, where it has them. */
    public Draft under(SchemaId schema, List<String> properties) {
        Members changed = members.copy();
        changed.put(Member.SCHEMA, JsonBuilding.object(Map.of("id", schema.id(), "version", schema.version())));
        List<IndexKey> keys = envelope.indexKeys();
        if (!properties.isEmpty()) {
            JsonNode payload = sent.tree().tree().path("payload");
            JsonNode indexBy = IndexBy.with(sent.tree().tree().path("indexBy"), payload, properties);
            if (!indexBy.isEmpty()) {
                changed.put(Member.INDEX_BY, indexBy);
                keys = IndexBy.keys(new Shape(), indexBy, payload, Limits.DEFAULT.indexKeysMax() + properties.size());
            }
        }
        return new Draft(sent, envelope.under(schema, keys), changed, contentLength, contentDigest, attached);
    }

    /** The same event with its files as they are to be kept, and those of them whose bytes are known. */
    public Draft attaching(List<Json> files, List<Attached> known) {
        Members changed = members.copy();
        changed.put(Member.FILES, JsonBuilding.array(files));
        return new Draft(sent, envelope, changed, contentLength, contentDigest, List.copyOf(known));
    }

    public String type() {
        return envelope.type();
    }

    public Optional<EventId> id() {
        return envelope.id();
    }

    /** The entity; its type is the part of the event's type before the first dot unless the event says another. */
    public Entity entity() {
        return envelope.entity();
    }

    public Optional<Actor> actor() {
        return envelope.actor();
    }

    public Optional<String> producer() {
        return envelope.producer();
    }

    public Optional<SchemaId> schema() {
        return envelope.schema();
    }

    /** Present when the caller gave one, which takes the permission {@code events.appendAs}. */
    public Optional<Json> cause() {
        return sent.tree().member("cause");
    }

    /** {@code cause.commandId}. */
    public Optional<String> causeId() {
        return envelope.causeId();
    }

    /** {@code trace.parentEventId}. */
    public Optional<String> parentEventId() {
        return sent.tree()
                .member("trace")
                .flatMap(trace -> trace.member("parentEventId"))
                .flatMap(Json::text);
    }

    public Optional<Json> payload() {
        return sent.tree().member("payload");
    }

    public boolean hasPayload() {
        return members.has(Member.PAYLOAD);
    }

    /** Frees most of the memory that it takes while it waits; nothing else changes, but that its payload costs time again. */
    public void rest() {
        sent.letGo();
    }

    /** The files as sent. */
    public List<Json> files() {
        return sent.tree().member("files").map(Json::items).orElse(List.of());
    }

    public List<IndexKey> indexKeys() {
        return envelope.indexKeys();
    }

    public List<Link> links() {
        return envelope.links();
    }

    /** SHA-256 of the canonical event as sent: what "the same event" means when an id is sent again. */
    public byte[] contentDigest() {
        return contentDigest.clone();
    }

    /** The bytes of the canonical event as sent, without those that it carries as the content of files. */
    public int contentLength() {
        return contentLength;
    }
}
