package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The next entities of a range, in the order of their ids, each with the positions of the events that it is folded from. All
 * that are of one id come together; an id with too many events for that comes alone, without them.
 *
 * @param at the last id that is among them
 * @param isWhole whether there is none behind it in the range
 */
record Concerned(Map<EntityId, SortedSet<Long>> entities, List<EntityId> crowded, String at, boolean isWhole) {

    /** So many positions are looked at together. */
    static final int KEYS_MAX = 2_000;

    private static final String OWN = "event --DERBY-PROPERTIES index=event_entity";
    private static final String NAMED = "entity_naming --DERBY-PROPERTIES index=entity_naming_entity";

    private static final String KEYS = """
            SELECT entity_id,
                   entity_type,
                   position
              FROM %s
             WHERE ledger_id = ?
               AND entity_id > ?%s
               AND position < ?
             ORDER BY entity_id, entity_type, position DESC
             FETCH FIRST %d ROWS ONLY""";

    private static final String UP_TO = """

               AND entity_id <= ?""";

    private static final String TYPES = """
            SELECT DISTINCT entity_type
              FROM %s
             WHERE ledger_id = ?
               AND entity_id = ?
               AND position < ?""";

    private record Key(EntityId entity, long position) {}

    static Concerned next(Tables tables, IdRange range, long below) throws SQLException {
        Comparator<String> order = IdOrder.of(tables);
        List<Key> own = keys(tables, OWN, range, below);
        List<Key> named = keys(tables, NAMED, range, below);
        Optional<String> cut = Stream.of(own, named)
                .filter(keys -> keys.size() == KEYS_MAX)
                .map(keys -> keys.get(KEYS_MAX - 1).entity().id())
                .min(order);
        var ids = new TreeMap<String, Map<EntityId, SortedSet<Long>>>(order);
        Stream.concat(own.stream(), named.stream())
                .filter(key -> cut.isEmpty() || order.compare(key.entity().id(), cut.get()) < 0)
                .forEach(key -> ids.computeIfAbsent(key.entity().id(), id -> new LinkedHashMap<>())
                        .computeIfAbsent(key.entity(), entity -> new TreeSet<>())
                        .add(key.position()));
        if (ids.isEmpty() && cut.isPresent()) {
            return new Concerned(Map.of(), crowded(tables, cut.get(), below), cut.get(), false);
        }
        var entities = new LinkedHashMap<EntityId, SortedSet<Long>>();
        ids.values().forEach(entities::putAll);
        return new Concerned(entities, List.of(), ids.isEmpty() ? range.behind() : ids.lastKey(), cut.isEmpty());
    }

    private static List<Key> keys(Tables tables, String table, IdRange range, long below) throws SQLException {
        String sql = KEYS.formatted(table, range.last().map(last -> UP_TO).orElse(""), KEYS_MAX);
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            int at = 1;
            select.setLong(at++, tables.ledger());
            select.setString(at++, range.behind());
            if (range.last().isPresent()) {
                select.setString(at++, range.last().get());
            }
            select.setLong(at, below);
            var keys = new ArrayList<Key>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Key(new EntityId(row.getString(2), row.getString(1)), row.getLong(3)));
                }
            }
            return keys;
        }
    }

    private static List<EntityId> crowded(Tables tables, String id, long below) throws SQLException {
        var types = new TreeSet<String>();
        for (String table : List.of(OWN, NAMED)) {
            try (PreparedStatement select =
                    tables.connection().prepareStatement(TYPES.formatted(table) + tables.immutableRead())) {
                select.setLong(1, tables.ledger());
                select.setString(2, id);
                select.setLong(3, below);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        types.add(row.getString(1));
                    }
                }
            }
        }
        return types.stream().map(type -> new EntityId(type, id)).collect(Collectors.toList());
    }
}
