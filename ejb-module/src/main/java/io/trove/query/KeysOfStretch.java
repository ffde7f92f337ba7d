package io.trove.query;

import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import io.trove.ledger.Follows.Comparison;
import io.trove.ledger.Follows.Difference;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The index keys of a stretch: each is looked up once, with all the positions there that have it. */
final class KeysOfStretch implements Comparison {

    private static final String POSITIONS = """
            SELECT position
              FROM event_key
             WHERE ledger_id = ?
               AND name = ?
               AND value = ?
               AND position BETWEEN ? AND ?
             ORDER BY position DESC""";

    /** Where a key is expected in a stretch, in the order of the positions. */
    private static final class Posting {

        private final KeptKeys.Key key;
        private long[] positions = new long[16];
        private int count;

        Posting(KeptKeys.Key key) {
            this.key = key;
        }

        void add(long position) {
            if (count == positions.length) {
                positions = Arrays.copyOf(positions, 2 * count);
            }
            positions[count++] = position;
        }

        Set<Long> all() {
            return Arrays.stream(positions, 0, count).boxed().collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** What events say of their keys, as they say it. */
    private record Saying(byte[] indexBy) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Saying that && Arrays.equals(indexBy, that.indexBy);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(indexBy);
        }
    }

    private final Tables tables;
    private final long from;
    private final long end;
    private final Map<KeptKeys.Key, Posting> expected = new HashMap<>();
    private final Map<Saying, List<Posting>> said = new HashMap<>();
    private long rows;

    KeysOfStretch(Tables tables, long from, long end) {
        this.tables = tables;
        this.from = from;
        this.end = end;
    }

    /** What names properties of the payload is another key in another event. */
    @Override
    public void see(long position, KeptDocument document) {
        document.member("indexBy").ifPresent(indexBy -> {
            List<Posting> postings = indexBy[0] == '{'
                    ? said.computeIfAbsent(new Saying(indexBy), unknown -> postings(document))
                    : postings(document);
            rows += postings.size();
            for (Posting each : postings) {
                each.add(position);
            }
        });
    }

    private List<Posting> postings(KeptDocument document) {
        return KeptKeys.keys(document.json()).stream()
                .map(key -> expected.computeIfAbsent(key, Posting::new))
                .toList();
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public List<Difference> differences() throws SQLException {
        var found = new ArrayList<Difference>();
        try (PreparedStatement select = tables.connection().prepareStatement(POSITIONS + tables.immutableRead())) {
            for (Posting each : expected.values()) {
                if (!isThere(select, each)) {
                    compare(each.key, each.all(), there(select, each.key), found);
                }
            }
        }
        return found;
    }

    /** The index has them the other way round. */
    private boolean isThere(PreparedStatement select, Posting expected) throws SQLException {
        int next = expected.count;
        try (ResultSet row = positions(select, expected.key)) {
            while (row.next()) {
                if (--next < 0 || row.getLong(1) != expected.positions[next]) {
                    return false;
                }
            }
        }
        return next == 0;
    }

    private Set<Long> there(PreparedStatement select, KeptKeys.Key key) throws SQLException {
        var there = new TreeSet<Long>();
        try (ResultSet row = positions(select, key)) {
            while (row.next()) {
                there.add(row.getLong(1));
            }
        }
        return there;
    }

    private ResultSet positions(PreparedStatement select, KeptKeys.Key key) throws SQLException {
        select.setLong(1, tables.ledger());
        select.setString(2, key.name());
        select.setString(3, key.value());
        select.setLong(4, from);
        select.setLong(5, end - 1);
        return select.executeQuery();
    }

    private static void compare(KeptKeys.Key key, Set<Long> wanted, Set<Long> there, List<Difference> found) {
        wanted.stream()
                .filter(position -> !there.contains(position))
                .forEach(position ->
                        found.add(KeptKeys.difference(position, key, "is not found by %s = %s, as its document says")));
        there.stream()
                .filter(position -> !wanted.contains(position))
                .forEach(position -> found.add(
                        KeptKeys.difference(position, key, "is found by %s = %s, which its document does not have")));
    }
}
