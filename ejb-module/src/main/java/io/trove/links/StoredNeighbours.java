package io.trove.links;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads edges from their rows: a statement for {@link InList#MAX} events a direction. */
final class StoredNeighbours implements Neighbours {

    private static final int FETCHED = 1_000;

    private static final String LINKS = """
            SELECT link.%1$s,
                   link.%2$s,
                   link.type,
                   link.position
              FROM %4$s link --DERBY-PROPERTIES index=link_%3$s, joinStrategy=NESTEDLOOP
             WHERE %5$s
               AND link.ledger_id = ?
               AND link.position < ?""";

    private final Tables tables;
    private final Exceptions exceptions;

    StoredNeighbours(Tables tables) {
        this.tables = tables;
        this.exceptions = new Exceptions(tables);
    }

    @Override
    public boolean of(long[] nodes, Scope scope, long before, Taker taker) throws SQLException {
        for (int from = 0; from < nodes.length; from += InList.MAX) {
            long[] some = Arrays.copyOfRange(nodes, from, Math.min(nodes.length, from + InList.MAX));
            if (!of(some, Way.OUT, scope.out(), before, taker) || !of(some, Way.IN, scope.in(), before, taker)) {
                return false;
            }
        }
        return true;
    }

    private boolean of(long[] nodes, Way way, Optional<Set<String>> types, long before, Taker taker)
            throws SQLException {
        if (types.isEmpty()) {
            return true;
        }
        Removals removals = exceptions.removals(nodes, way, before);
        Taker living = removals.isEmpty()
                ? taker
                : (from, to, type, said) ->
                        removals.ended(way, from, to, type, said) || taker.take(from, to, type, said);
        return links(nodes, way, types.get(), before, living)
                && exceptions.waited(nodes, way, types.get(), before, living);
    }

    private boolean links(long[] nodes, Way way, Set<String> types, long before, Taker taker) throws SQLException {
        String sql = LINKS.formatted(
                        way.near(),
                        way.far(),
                        way.index(),
                        InList.asked(tables, nodes.length, "BIGINT"),
                        InList.is(tables, "link." + way.near()))
                + typed("link.type", types);
        try (PreparedStatement select = tables.connection().prepareStatement(sql + tables.immutableRead())) {
            select.setFetchSize(FETCHED);
            int index = InList.bind(tables, select, nodes);
            select.setLong(index, tables.ledger());
            select.setLong(index + 1, before);
            bind(select, index + 2, types);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getLong(2) < before
                            && !taker.take(row.getLong(1), row.getLong(2), row.getString(3), row.getLong(4))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A condition on an edge's type; nothing for any. */
    static String typed(String column, Set<String> types) {
        return types.isEmpty() ? "" : " AND " + InList.among(column, types.size());
    }

    static void bind(PreparedStatement select, int first, Set<String> types) throws SQLException {
        if (types.isEmpty()) {
            return;
        }
        String[] each = new TreeSet<>(types).toArray(String[]::new);
        for (int i = 0; i < InList.rows(each.length); i++) {
            select.setString(first + i, each[Math.min(i, each.length - 1)]);
        }
    }
}
