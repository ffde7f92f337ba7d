package io.trove.query;

import io.trove.event.IndexKey;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.filter.Conditions;
import io.trove.filter.Extent;
import io.trove.filter.KeyText;
import io.trove.filter.Tables;
import io.trove.ledger.Follows;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The index keys that are kept, held against those of the events. */
@ApplicationScoped
class KeptKeys implements Follows {

    private static final String SUBJECT = "index key";

    private static final String POSITIONS = """
            SELECT position
              FROM event_key
             WHERE ledger_id = ?
               AND name = ?
               AND value = ?
               AND position BETWEEN ? AND ?
             ORDER BY position DESC""";

    private static final String COUNT = """
            SELECT COUNT(*)
              FROM event_key
             WHERE ledger_id = ?
               AND position < ?""";

    private static final String ALL = """
            SELECT name,
                   value,
                   position
              FROM event_key
             WHERE ledger_id = ?
               AND position < ?""";

    /** A name and a value as they are kept. */
    private record Key(String name, String value) {}

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return new OfStretch(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(COUNT + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        var strays = new ArrayList<Difference>();
        var events = new Events(tables);
        try (PreparedStatement select = tables.connection().prepareStatement(ALL + tables.immutableRead())) {
            select.setLong(1, tables.ledger());
            select.setLong(2, size);
            try (ResultSet row = select.executeQuery()) {
                while (row.next() && strays.size() < max) {
                    var key = new Key(row.getString(1), row.getString(2));
                    long position = row.getLong(3);
                    if (!keys(events, position).contains(key)) {
                        strays.add(difference(position, key, "is found by %s = %s, which its document does not have"));
                    }
                }
            }
        }
        return strays;
    }

    private static Set<Key> keys(Events events, long position) throws SQLException {
        return events.at(List.of(position), Conditions.of(Extent.all())).stream()
                .flatMap(found -> keys(Json.parse(found.document())).stream())
                .collect(Collectors.toSet());
    }

    private static List<Key> keys(Json document) {
        return IndexKey.all(document).stream()
                .map(key -> new Key(key.name(), KeyText.of(key.value())))
                .distinct()
                .toList();
    }

    private static Difference difference(long position, Key key, String sentence) {
        return new Difference(
                position, SUBJECT, key.name(), "The event " + sentence.formatted(key.name(), key.value()));
    }

    /** Looks each key of a stretch up once, with all the positions there that have it. */
    private static final class OfStretch implements Comparison {

        private final Tables tables;
        private final long from;
        private final long end;
        private final Map<Key, List<Long>> expected = new HashMap<>();
        private final Map<ByteBuffer, List<Key>> said = new HashMap<>();
        private long rows;

        OfStretch(Tables tables, long from, long end) {
            this.tables = tables;
            this.from = from;
            this.end = end;
        }

        @Override
        public void see(long position, KeptDocument document) {
            document.member("indexBy").ifPresent(indexBy -> {
                List<Key> keys = indexBy[0] == '{'
                        ? said.computeIfAbsent(ByteBuffer.wrap(indexBy), unknown -> keys(document.json()))
                        : keys(document.json());
                rows += keys.size();
                keys.forEach(key -> expected.computeIfAbsent(key, unknown -> new ArrayList<>())
                        .add(position));
            });
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public List<Difference> differences() throws SQLException {
            var found = new ArrayList<Difference>();
            try (PreparedStatement select = tables.connection().prepareStatement(POSITIONS + tables.immutableRead())) {
                for (Map.Entry<Key, List<Long>> each : expected.entrySet()) {
                    List<Long> there = positions(select, each.getKey());
                    if (!there.equals(each.getValue())) {
                        compare(each.getKey(), new TreeSet<>(each.getValue()), new TreeSet<>(there), found);
                    }
                }
            }
            return found;
        }

        /** In their order; the index has them the other way round. */
        private List<Long> positions(PreparedStatement select, Key key) throws SQLException {
            select.setLong(1, tables.ledger());
            select.setString(2, key.name());
            select.setString(3, key.value());
            select.setLong(4, from);
            select.setLong(5, end - 1);
            var positions = new ArrayList<Long>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    positions.add(row.getLong(1));
                }
            }
            Collections.reverse(positions);
            return positions;
        }

        private static void compare(Key key, Set<Long> wanted, Set<Long> there, List<Difference> found) {
            wanted.stream()
                    .filter(position -> !there.contains(position))
                    .forEach(position ->
                            found.add(difference(position, key, "is not found by %s = %s, as its document says")));
            there.stream()
                    .filter(position -> !wanted.contains(position))
                    .forEach(position -> found.add(
                            difference(position, key, "is found by %s = %s, which its document does not have")));
        }
    }
}
