package io.trove.entities;

import io.trove.event.Canonical;
import io.trove.event.Json;
import io.trove.event.Vector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What folding an entity's events gives, up to one of them.
 *
 * @param count the events that were folded: its own, which {@code version} counts, and those of others that name it
 * @param ancestor the vector at the last snapshot before
 * @param createdMaxMicros the latest time that any of them gives for itself
 */
public record State(
        EntityId entity,
        long version,
        long count,
        Vector vector,
        Vector ancestor,
        long createdMaxMicros,
        Optional<Mark> first,
        Optional<Mark> last,
        Content content) {

    /** Before the first event. */
    static State before(EntityId entity) {
        return new State(
                entity,
                0,
                0,
                Vector.none(),
                Vector.none(),
                Long.MIN_VALUE,
                Optional.empty(),
                Optional.empty(),
                Content.EMPTY);
    }

    /** After an event that made this of it; {@code node} is who recorded it. */
    State after(Happened event, Content next, String node) {
        boolean own = event.isOf(entity);
        Optional<Mark> mark = Optional.of(event.mark());
        return new State(
                entity,
                own ? event.version().orElse(version) : version,
                count + 1,
                own ? vector.advanced(node) : vector,
                ancestor,
                Math.max(createdMaxMicros, event.createdAtMicros()),
                first.isPresent() ? first : mark,
                mark,
                next);
    }

    /** As those after a snapshot of this state say it. */
    State asAncestor() {
        return new State(entity, version, count, vector, vector, createdMaxMicros, first, last, content);
    }

    /** Whether any event made something of it. */
    boolean isThere() {
        return count > 0;
    }

    /** Whether a snapshot of it is kept, when one is each time that so many events more are folded. */
    boolean isDue(int every) {
        return isThere() && count % every == 0;
    }

    /** The position of the last event; −1 before the first. */
    public long position() {
        return last.map(Mark::position).orElse(-1L);
    }

    public boolean isDeleted() {
        return content.deletedAt() >= 0;
    }

    /** What it is now; null in JSON when no event has set it. */
    public Json data() {
        return content.data().orElse(Json.nul());
    }

    public List<Relation> relations() {
        return List.copyOf(content.relations());
    }

    /** What differences are told of. */
    Json compared() {
        Map<String, Object> members = new TreeMap<>();
        members.put("state", data());
        members.put("deleted", isDeleted());
        members.put("relations", relations().stream().map(Relation::members).toList());
        members.put("memberIds", List.copyOf(content.members().keySet()));
        members.put(
                "memberOf",
                content.memberOf().keySet().stream().map(EntityId::members).toList());
        return Json.object(members);
    }

    /** As answers say it. */
    public Map<String, Object> members() {
        var members = new LinkedHashMap<String, Object>();
        members.put("entity", entity.members());
        members.put("systemId", first.map(mark -> mark.id().member("id").orElseThrow()));
        members.put("version", version);
        members.put("vector", vector.toString());
        members.put("deleted", isDeleted());
        members.put("state", data());
        members.put("initial", content.initial());
        members.put("relations", relations().stream().map(Relation::members).toList());
        if (!content.members().isEmpty()) {
            members.put("memberIds", List.copyOf(content.members().keySet()));
        }
        if (!content.memberOf().isEmpty()) {
            members.put(
                    "memberOf",
                    content.memberOf().keySet().stream().map(EntityId::members).toList());
        }
        members.put("first", first.map(Mark::members));
        members.put("last", last.map(Mark::members));
        return members;
    }

    /** As it is kept. */
    Json json() {
        return Json.kept(canonical());
    }

    /** The same, as bytes: one is written for every few events of a replay, so that no tree is made of it. */
    byte[] canonical() {
        var kept = new Canonical().member("ancestor", ancestor.toString()).begin("content");
        content.writeTo(kept);
        kept.end().member("count", count).member("createdMax", Long.toString(createdMaxMicros));
        kept.begin("entity")
                .member("id", entity.id())
                .member("type", entity.type())
                .end();
        first.ifPresent(mark -> mark.writeTo(kept.begin("first")).end());
        last.ifPresent(mark -> mark.writeTo(kept.begin("last")).end());
        return kept.member("vector", vector.toString())
                .member("version", version)
                .bytes();
    }

    static State read(Json json) {
        return new State(
                EntityId.read(json.member("entity")).orElseThrow(),
                json.member("version").orElseThrow().integer().orElseThrow(),
                json.member("count").orElseThrow().integer().orElseThrow(),
                Vector.of(json.member("vector").flatMap(Json::text).orElseThrow()),
                Vector.of(json.member("ancestor").flatMap(Json::text).orElseThrow()),
                Long.parseLong(json.member("createdMax").flatMap(Json::text).orElseThrow()),
                json.member("first").map(Mark::read),
                json.member("last").map(Mark::read),
                Content.read(json.member("content").orElseThrow()));
    }
}
