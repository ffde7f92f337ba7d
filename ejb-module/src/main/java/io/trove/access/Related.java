package io.trove.access;

import io.trove.event.Json;
import io.trove.filter.EntityRef;
import io.trove.filter.KeyText;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What rules ask of a ledger's entities as they are now: where their relations lead, and which have an index key. */
final class Related {

    /** More entities than this are not followed. */
    static final int ENTITIES_MAX = 10_000;

    /** A relation holds from when it was said until it is unsaid. */
    private static final String TARGETS = """
            SELECT r.target_type,
                   r.target_id
              FROM sight_relation r
             WHERE r.ledger_id = ?
               AND r.source_id = ?
               AND r.source_type = ?
               AND r.relation = ?
               AND r.position < ?
               AND r.linked = 1
               AND NOT EXISTS (
                   SELECT 1
                     FROM sight_relation n
                    WHERE n.ledger_id = r.ledger_id
                      AND n.source_id = r.source_id
                      AND n.source_type = r.source_type
                      AND n.relation = r.relation
                      AND n.target_id = r.target_id
                      AND n.target_type = r.target_type
                      AND n.position > r.position
                      AND n.position < ?
                   )
             ORDER BY r.target_type, r.target_id""";

    private static final String HAVING = """
            SELECT k.entity_type,
                   k.entity_id
              FROM sight_key k
             WHERE k.ledger_id = ?
               AND k.name = ?
               AND k.value = ?
               AND k.position < ?
               AND NOT EXISTS (
                   SELECT 1
                     FROM sight_key n
                    WHERE n.ledger_id = k.ledger_id
                      AND n.entity_id = k.entity_id
                      AND n.entity_type = k.entity_type
                      AND n.name = k.name
                      AND n.position > k.position
                      AND n.position < ?
                   )
             ORDER BY k.entity_type, k.entity_id""";

    private final Function<Reading, List<EntityRef>> store;
    private final long below;

    /** What is read from a ledger's tables. */
    interface Reading {
        List<EntityRef> from(Tables tables) throws SQLException;
    }

    /** What a ledger's tables say below a position. */
    Related(Function<Reading, List<EntityRef>> store, long below) {
        this.store = store;
        this.below = below;
    }

    /** Where a relation leads from an entity. */
    List<EntityRef> targets(EntityRef source, String relation) {
        return store.apply(tables -> read(tables, TARGETS, source.id(), source.type(), relation));
    }

    /** The entities whose newest event with an index key of this name has this value under it. */
    List<EntityRef> having(String name, Json value) {
        return store.apply(tables -> read(tables, HAVING, name, KeyText.of(value)));
    }

    private List<EntityRef> read(Tables tables, String sql, String... values) throws SQLException {
        String limited = sql + " FETCH FIRST " + (ENTITIES_MAX + 1) + " ROWS ONLY" + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(limited)) {
            int at = 1;
            select.setLong(at++, tables.ledger());
            for (String value : values) {
                select.setString(at++, value);
            }
            select.setLong(at++, below);
            select.setLong(at, below);
            var found = new ArrayList<EntityRef>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new EntityRef(row.getString(1), row.getString(2)));
                }
            }
            if (found.size() > ENTITIES_MAX) {
                throw new SightTooWide(ENTITIES_MAX);
            }
            return found;
        }
    }
}
