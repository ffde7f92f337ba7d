package io.trove.bench;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table that raw JDBC writes ready rows into, with what its columns hold in PostgreSQL's words. */
enum RawTable {
    EVENT(
            "event_id text, event_version int8, type text, entity_type text, entity_id text, entity_version int8,"
                    + " actor_type text, actor_id text, producer text, schema_id text, schema_version text,"
                    + " created_at int8, recorded_at int8, content_digest bytea, digest bytea, seed bytea,"
                    + " document bytea, position int8",
            ""),
    EVENT_KEY("name text, value text, position int8", ""),
    SIGHT_KEY("entity_type text, entity_id text, name text, value text, position int8", ""),
    TILE("hashes bytea, tile_index int8", ""),
    TILE_HASH("level int8, hash bytea, hash_index int8", ""),

    /** One row an entity: written over where it is there. */
    ENTITY_STATE(
            "state bytea, deleted_at int8, position int8, generation int8, entity_type text, entity_id text",
            " ON CONFLICT ON CONSTRAINT entity_state_pk DO UPDATE SET state = EXCLUDED.state, position = EXCLUDED.position");

    /** What is changed of an entity's row that is there. */
    static final String CHANGE_STATE = """
            UPDATE entity_state
               SET state = ?,
                   deleted_at = ?,
                   position = ?
             WHERE generation = ?
               AND entity_type = ?
               AND entity_id = ?
               AND ledger_id = ?""";

    private final List<String> types;
    private final String insert;
    private final String insertFromArrays;

    RawTable(String columns, String onConflict) {
        List<String[]> each = Arrays.stream(columns.split(", "))
                .map(column -> column.split(" "))
                .toList();
        String names = each.stream().map(column -> column[0]).collect(Collectors.joining(", "));
        this.types = each.stream().map(column -> column[1]).toList();
        String arrays = types.stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        this.insert =
                "INSERT INTO %s (%s, ledger_id) VALUES (%s?)".formatted(name(), names, "?, ".repeat(types.size()));
        this.insertFromArrays =
                ", into_%1$s AS (INSERT INTO %1$s (ledger_id, %2$s) SELECT head.ledger_id, rows.* FROM head, unnest(%3$s) AS rows%4$s)"
                        .formatted(name(), names, arrays, onConflict);
    }

    List<String> types() {
        return types;
    }

    String insert() {
        return insert;
    }

    /** As a part of the statement that moves the head. */
    String insertFromArrays() {
        return insertFromArrays;
    }
}
