package io.trove.access;

import io.trove.event.Bounds;
import io.trove.event.Identifier;
import io.trove.event.IndexKey;
import io.trove.event.Json;
import io.trove.filter.EntityRef;
import io.trove.filter.KeyText;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What sight needs to know of entities: the index keys of their newest events, and their relations. */
@ApplicationScoped
class EntityFacts {

    private static final String LINKED = "entity.linked";
    private static final String UNLINKED = "entity.unlinked";

    private static final Table KEY = new Table(
            "sight_key",
            Column.text("entity_type"),
            Column.text("entity_id"),
            Column.text("name"),
            Column.text("value"),
            Column.number("position"));
    private static final Table RELATION = new Table(
            "sight_relation",
            Column.text("source_type"),
            Column.text("source_id"),
            Column.text("relation"),
            Column.text("target_type"),
            Column.text("target_id"),
            Column.number("position"),
            Column.number("linked"));

    /** An entity's index key: of several events in a batch, what the last one says is what holds after it. */
    private record Named(String entityType, String entityId, String name) {}

    void project(@Observes Appending batch) {
        rows(batch.events()).forEach(batch::contribute);
    }

    /** Whether events of this type say that entities are related, or are so no more. */
    static boolean relates(String type) {
        return type.equals(LINKED) || type.equals(UNLINKED);
    }

    static List<Row> rows(List<Placed> batch) {
        Map<Named, List<Row>> keys = new LinkedHashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Placed placed : batch) {
            placed.event().entityId().ifPresent(id -> {
                keys(placed, id).forEach(keys::put);
                relation(placed, id).ifPresent(rows::add);
            });
        }
        keys.values().forEach(rows::addAll);
        return rows;
    }

    private static Map<Named, List<Row>> keys(Placed placed, String id) {
        String type = placed.event().entityType();
        Map<Named, List<Row>> keys = new LinkedHashMap<>();
        for (IndexKey key : placed.event().indexKeys()) {
            keys.computeIfAbsent(new Named(type, id, key.name()), name -> new ArrayList<>())
                    .add(KEY.row(type, id, key.name(), KeyText.of(key.value()), placed.position()));
        }
        return keys;
    }

    /** A relation that its event tells as {@code {"type", "target": {"type", "id"}}}, or from its other end. */
    private static Optional<Row> relation(Placed placed, String id) {
        String type = placed.event().type();
        if (!relates(type)) {
            return Optional.empty();
        }
        Json payload = Json.parse(placed.kept().document()).member("payload").orElse(Json.nul());
        Optional<String> relation = payload.member("type")
                .flatMap(Json::text)
                .filter(name -> Identifier.isOne(name, Bounds.INDEX_NAME_BYTES_MAX));
        var own = new EntityRef(placed.event().entityType(), id);
        return relation.flatMap(name -> entity(payload.member("target"))
                .map(target -> row(own, name, target, placed))
                .or(() -> entity(payload.member("source")).map(source -> row(source, name, own, placed))));
    }

    private static Row row(EntityRef source, String relation, EntityRef target, Placed placed) {
        long linked = placed.event().type().equals(LINKED) ? 1L : 0L;
        return RELATION.row(
                source.type(), source.id(), relation, target.type(), target.id(), placed.position(), linked);
    }

    private static Optional<EntityRef> entity(Optional<Json> said) {
        Optional<String> type = said.flatMap(it -> it.member("type")).flatMap(Json::text);
        Optional<String> id = said.flatMap(it -> it.member("id")).flatMap(Json::text);
        return type.filter(it -> Identifier.isOne(it, Bounds.ENTITY_TYPE_BYTES_MAX))
                .flatMap(kind -> id.filter(it -> Identifier.isOne(it, Bounds.ENTITY_ID_BYTES_MAX))
                        .map(it -> new EntityRef(kind, it)));
    }
}
