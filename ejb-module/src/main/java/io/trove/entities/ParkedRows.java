package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Where the entities of a generation are found whose fold failed, in the order of the events at which it did. */
record ParkedRows(Tables tables, long generation) {

    private static final String BEHIND = """
            SELECT s.entity_type,
                   s.entity_id,
                   %s,
                   s.parked_at,
                   s.parked_why
              FROM entity_parked p
              JOIN entity_state s
                ON s.ledger_id = p.ledger_id
               AND s.generation = p.generation
               AND s.entity_type = p.entity_type
               AND s.entity_id = p.entity_id
               AND s.parked_at = p.position
             WHERE p.ledger_id = ?
               AND p.generation = ?
               AND p.position >= ?
               AND (p.position > ? OR p.entity_type > ? OR p.entity_type = ? AND p.entity_id > ?)
             ORDER BY p.position, p.entity_type, p.entity_id
             FETCH FIRST %d ROWS ONLY""";

    private static final String PARK = """
            INSERT INTO entity_parked (ledger_id, generation, position, entity_type, entity_id)
            VALUES (?, ?, ?, ?, ?)""";

    private static final String UNPARK = """
            DELETE FROM entity_parked
             WHERE ledger_id = ?
               AND generation = ?
               AND position = ?
               AND entity_type = ?
               AND entity_id = ?""";

    /** A place in their order. Names have no line ends, so that its text has one meaning. */
    record Place(long position, EntityId entity) {

        static Place of(EntityId entity, Parked parked) {
            return new Place(parked.position(), entity);
        }

        static Place of(String text) {
            if (text.isEmpty()) {
                return new Place(-1, new EntityId("", ""));
            }
            String[] parts = text.split("\n", 3);
            return new Place(Long.parseLong(parts[0]), new EntityId(parts[1], parts[2]));
        }

        String text() {
            return position + "\n" + entity.type() + "\n" + entity.id();
        }
    }

    StatePage behind(Place place, int limit) throws SQLException {
        var rows = new StateRows(tables, generation);
        try (PreparedStatement select =
                tables.connection().prepareStatement(BEHIND.formatted(tables.together("s.state"), limit))) {
            select.setLong(1, tables.ledger());
            select.setLong(2, generation);
            select.setLong(3, place.position());
            select.setLong(4, place.position());
            select.setString(5, place.entity().type());
            select.setString(6, place.entity().type());
            select.setString(7, place.entity().id());
            return StatePage.of(select, rows, limit);
        }
    }

    /** Follows what is written, in the transaction of whoever calls. */
    void follow(Collection<StateRows.Kept> written) throws SQLException {
        List<StateRows.Kept> moved = written.stream()
                .filter(each -> !each.parked().equals(each.wasParked()))
                .toList();
        if (!moved.isEmpty()) {
            write(UNPARK, moved, StateRows.Kept::wasParked);
            write(PARK, moved, StateRows.Kept::parked);
        }
    }

    private void write(String sql, List<StateRows.Kept> moved, Function<StateRows.Kept, Optional<Parked>> parked)
            throws SQLException {
        try (PreparedStatement write = tables.connection().prepareStatement(sql)) {
            for (StateRows.Kept each : moved) {
                Optional<Parked> at = parked.apply(each);
                if (at.isPresent()) {
                    write.setLong(1, tables.ledger());
                    write.setLong(2, generation);
                    write.setLong(3, at.get().position());
                    write.setString(4, each.state().entity().type());
                    write.setString(5, each.state().entity().id());
                    write.addBatch();
                }
            }
            write.executeBatch();
        }
    }
}
