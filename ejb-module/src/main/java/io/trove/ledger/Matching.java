package io.trove.ledger;

import io.trove.event.EventId;
import io.trove.event.KeptMembers;
import io.trove.filter.Candidates;
import io.trove.filter.Extent;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** Finds the first event that a condition matches, in rows that never change, by the indexes. */
final class Matching {

    /** So many index entries are looked at for a condition; then it has to be a narrower one. */
    static final int SCANNED_MAX = 200_000;

    private static final String ROW = """
            SELECT event_id,
                   event_version,
                   type,
                   entity_type,
                   entity_id,
                   document
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position = ?""";

    private final Tables tables;
    private final int scannedMax;

    Matching(Tables tables, int scannedMax) {
        this.tables = tables;
        this.scannedMax = scannedMax;
    }

    /** The first match that may be seen, from a position on and below another; {@link ConditionRefused} when that takes too long to say. */
    Optional<Match> first(Filter filter, Extent seen, long from, long below) throws SQLException {
        Candidates candidates = Candidates.up(tables, filter, seen, from, below - 1, scannedMax);
        String sql = ROW + candidates.conditions().sql() + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            candidates.conditions().bind(select, 3);
            for (OptionalLong next = candidates.next(); next.isPresent(); next = candidates.next()) {
                Optional<Match> match = match(select, next.getAsLong(), candidates.rest(), seen);
                if (match.isPresent()) {
                    return match;
                }
            }
        }
        if (!candidates.ended()) {
            throw ConditionRefused.tooWide(scannedMax, candidates.decided());
        }
        return Optional.empty();
    }

    private static Optional<Match> match(PreparedStatement select, long position, Filter rest, Extent seen)
            throws SQLException {
        select.setLong(2, position);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next() || !isMeant(position, row.getBytes(6), rest, seen)) {
                return Optional.empty();
            }
            return Optional.of(new Match(
                    position,
                    new EventId(row.getString(1), (int) row.getLong(2)),
                    row.getString(3),
                    row.getString(4),
                    Optional.ofNullable(row.getString(5))));
        }
    }

    private static boolean isMeant(long position, byte[] kept, Filter rest, Extent seen) {
        if (rest.isAll() && seen.isAll()) {
            return true;
        }
        var document = new KeptMembers(kept);
        return rest.matches(position, document) && seen.contains(position, document);
    }
}
