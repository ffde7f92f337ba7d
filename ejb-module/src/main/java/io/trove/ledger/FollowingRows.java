package io.trove.ledger;

import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Rows that lie in the order of their events' positions, and of which an event's own document says all. */
public final class FollowingRows implements Follows {

    private final List<Following> kinds;
    private final Said said;

    /** Which rows an event has. */
    public interface Said {
        List<Row> rows(long position, KeptDocument document);
    }

    public FollowingRows(List<Following> kinds, Said said) {
        this.kinds = List.copyOf(kinds);
        this.said = said;
    }

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return new OfStretch(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        return count(kinds, tables, size);
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        return strays(kinds, tables, max);
    }

    /** How many rows of these kinds there are below a position. */
    public static long count(List<Following> kinds, Tables tables, long size) throws SQLException {
        long count = 0;
        for (Following kind : kinds) {
            count += kind.count(tables, size);
        }
        return count;
    }

    /** Those of them that lie before all events; at any other place they are found with their stretch. */
    public static List<Difference> strays(List<Following> kinds, Tables tables, int max) throws SQLException {
        var strays = new ArrayList<Difference>();
        for (Following kind : kinds) {
            kind.stored(tables, Long.MIN_VALUE, 0).stream()
                    .limit(max - (long) strays.size())
                    .map(kind::stray)
                    .forEach(strays::add);
        }
        return strays;
    }

    private final class OfStretch implements Comparison {

        private final Tables tables;
        private final long from;
        private final long end;
        private final List<Row> wanted = new ArrayList<>();

        OfStretch(Tables tables, long from, long end) {
            this.tables = tables;
            this.from = from;
            this.end = end;
        }

        @Override
        public void see(long position, KeptDocument document) {
            wanted.addAll(said.rows(position, document));
        }

        @Override
        public long rows() {
            return wanted.size();
        }

        @Override
        public List<Difference> differences() throws SQLException {
            var found = new ArrayList<Difference>();
            for (Following kind : kinds) {
                found.addAll(kind.differences(wanted, kind.stored(tables, from, end)));
            }
            return found;
        }
    }
}
