package io.trove.entities;

import io.trove.filter.Tables;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Splits a ledger's entities into ranges of ids with about as many events each, by a sample of the events. */
record IdRanges(Tables tables) {

    private static final int SAMPLES_A_RANGE = 32;
    private static final long EVENTS_A_RANGE = 20_000;

    private static final String ID = """
            SELECT entity_id
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    /** A range, and about how many events are folded for it. */
    record Sized(IdRange range, long events) {}

    List<Sized> below(long below, int most) throws SQLException {
        int wanted = (int) Math.max(1, Math.min(most, below / EVENTS_A_RANGE));
        long samples = Math.min(below, (long) wanted * SAMPLES_A_RANGE);
        var ids = new TreeMap<String, Long>(IdOrder.of(tables));
        long sampled = 0;
        try (PreparedStatement select = tables.connection().prepareStatement(ID + tables.immutableRead())) {
            for (long i = 0; i < samples; i++) {
                select.setLong(1, tables.ledger());
                select.setLong(2, i * below / samples);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next() && row.getString(1) != null) {
                        ids.merge(row.getString(1), 1L, Long::sum);
                        sampled++;
                    }
                }
            }
        }
        return ranges(ids, sampled, wanted, samples == 0 ? 0 : (double) below / samples);
    }

    private static List<Sized> ranges(TreeMap<String, Long> ids, long sampled, int wanted, double eventsASample) {
        var ranges = new ArrayList<Sized>();
        String behind = "";
        long within = 0;
        for (var each : ids.entrySet()) {
            within += each.getValue();
            if (within >= (sampled + wanted - 1) / wanted && ranges.size() < wanted - 1) {
                ranges.add(
                        new Sized(new IdRange(behind, Optional.of(each.getKey())), Math.round(within * eventsASample)));
                behind = each.getKey();
                within = 0;
            }
        }
        ranges.add(new Sized(new IdRange(behind, Optional.empty()), Math.round(within * eventsASample)));
        return ranges;
    }
}
