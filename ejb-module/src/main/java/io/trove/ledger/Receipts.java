package io.trove.ledger;

import io.trove.event.Entity;
import io.trove.event.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes out receipts: of new events from what was placed, of events that were there from their rows. */
final class Receipts {

    private static final String ROW = """
            SELECT event_id,
                   event_version,
                   entity_type,
                   entity_id,
                   entity_version,
                   digest,
                   recorded_at
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private final Storage storage;

    Receipts(Storage storage) {
        this.storage = storage;
    }

    List<Receipt> of(Ledger ledger, Outcome.Granted granted) {
        Map<Long, Placed> placed = new HashMap<>();
        granted.placed().forEach(event -> placed.put(event.position(), event));
        var receipts = new ArrayList<Receipt>(granted.positions().length);
        for (long position : granted.positions()) {
            Placed event = placed.remove(position);
            receipts.add(event == null ? again(ledger, position) : first(event));
        }
        return receipts;
    }

    private static Receipt first(Placed placed) {
        return new Receipt(
                placed.position(),
                placed.id(),
                new Entity(placed.event().entityType(), placed.event().entityId()),
                placed.entityVersion(),
                placed.kept().digest(),
                instant(placed.recordedAtMicros()),
                false);
    }

    private Receipt again(Ledger ledger, long position) {
        try (Connection connection = storage.source().getConnection();
                PreparedStatement select =
                        connection.prepareStatement(ROW + storage.database().immutableRead())) {
            select.setLong(1, ledger.id().value());
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("Position " + position + " of a receipt is not there");
                }
                long version = row.getLong(5);
                return new Receipt(
                        position,
                        new EventId(row.getString(1), (int) row.getLong(2)),
                        new Entity(row.getString(3), Optional.ofNullable(row.getString(4))),
                        version == 0 ? OptionalLong.empty() : OptionalLong.of(version),
                        row.getBytes(6),
                        instant(row.getLong(7)),
                        true);
            }
        } catch (SQLException failure) {
            throw StoreUnavailable.written(failure);
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
