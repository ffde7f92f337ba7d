package io.trove.links;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks with one recursive query, which PostgreSQL answers level by level as its rows are taken, so that it ends with the
 * walk. A narrowed sight cannot be asked for in it: such a walk goes another way.
 */
final class RecursiveWalk implements Walk {

    private static final int FETCHED = 200;

    private static final String WALK = """
            WITH RECURSIVE walk (node, distance) AS (
              SELECT ?::bigint, 0
               UNION
              %s
            )
            SELECT node,
                   distance
              FROM walk""";

    /** One direction is a join like any other; two need to be put together for each event. */
    private static final String BOTH = """
            SELECT step.node, walk.distance + 1
                FROM walk
               CROSS JOIN LATERAL (%s UNION ALL %s) AS step
               WHERE walk.distance <= ?""";

    private static final String STEP = """
            SELECT link.%2$s, walk.distance + 1
                FROM walk
                JOIN link
                  ON link.%1$s = walk.node
               WHERE link.ledger_id = ?
                 AND link.position < ?
                 AND link.%2$s < ?""";

    private static final String PART = """
            SELECT link.%2$s AS node
              FROM link
             WHERE link.%1$s = walk.node
               AND link.ledger_id = ?
               AND link.position < ?
               AND link.%2$s < ?""";

    private static final String HOLDING = """

               AND NOT EXISTS (
                   SELECT 1
                     FROM link_removal
                    WHERE link_removal.ledger_id = link.ledger_id
                      AND link_removal.source = link.source
                      AND link_removal.target = link.target
                      AND link_removal.type = link.type
                      AND link_removal.position > link.position
                      AND link_removal.position < ?
                   )""";

    private final Tables tables;
    private final Walk otherWay;

    /** {@code otherWay}: how a walk goes that this query cannot answer. */
    RecursiveWalk(Tables tables, Walk otherWay) {
        this.tables = tables;
        this.otherWay = otherWay;
    }

    @Override
    public Walked walk(Question question, Seen seen) throws SQLException {
        var exceptions = new Exceptions(tables);
        if (!seen.isEverything() || exceptions.anyWaiting(question.before())) {
            return otherWay.walk(question, seen);
        }
        var parts = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        boolean removed = exceptions.anyRemoved(question.before());
        boolean both =
                question.scope().out().isPresent() && question.scope().in().isPresent();
        String part = both ? PART : STEP;
        step(part, Way.OUT, question.scope().out(), question.before(), removed, parts, arguments);
        step(part, Way.IN, question.scope().in(), question.before(), removed, parts, arguments);
        if (parts.isEmpty()) {
            return new Walked(question.start());
        }
        String step = both
                ? BOTH.formatted(parts.get(0), parts.get(1))
                : parts.get(0) + "\n                 AND walk.distance <= ?";
        return walk(question, WALK.formatted(step), arguments);
    }

    private void step(
            String part,
            Way way,
            Optional<Set<String>> types,
            long before,
            boolean removed,
            List<String> parts,
            List<Object> arguments) {
        if (types.isEmpty()) {
            return;
        }
        arguments.addAll(List.of(tables.ledger(), before, before));
        String sql = part.formatted(way.near(), way.far());
        if (types.get().size() == 1) {
            sql += "\n                 AND link.type = ?";
            arguments.addAll(types.get());
        } else if (!types.get().isEmpty()) {
            sql += "\n               AND link.type = ANY (?)";
            arguments.add(types.get().toArray(String[]::new));
        }
        if (removed) {
            sql += HOLDING;
            arguments.add(before);
        }
        parts.add(sql);
    }

    private Walked walk(Question question, String sql, List<Object> arguments) throws SQLException {
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setFetchSize(FETCHED);
            select.setLong(1, question.start());
            int index = 2;
            for (Object argument : arguments) {
                bind(select, index++, argument);
            }
            select.setInt(index, question.depth());
            try (ResultSet row = select.executeQuery()) {
                return read(row, question);
            }
        }
    }

    private void bind(PreparedStatement select, int index, Object argument) throws SQLException {
        if (argument instanceof String[] texts) {
            select.setArray(index, tables.connection().createArrayOf("text", texts));
        } else if (argument instanceof String text) {
            select.setString(index, text);
        } else {
            select.setLong(index, (Long) argument);
        }
    }

    private static Walked read(ResultSet row, Question question) throws SQLException {
        var walked = new Walked(question.start());
        int level = 0;
        while (row.next()) {
            int distance = row.getInt(2);
            if (distance > level) {
                walked.endLevel();
                level = distance;
            }
            long node = row.getLong(1);
            if (!walked.has(node)) {
                if (distance > question.depth() || walked.count() == question.limit()) {
                    walked.end(distance > question.depth() ? Bound.DEPTH : Bound.LIMIT);
                    break;
                }
                walked.reach(node, question.start());
            }
        }
        walked.endLevel();
        return walked;
    }
}
