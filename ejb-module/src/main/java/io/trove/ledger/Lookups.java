package io.trove.ledger;

import io.trove.event.EventId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a decision needs to know, in rows that never change, below a position. */
final class Lookups {

    private static final String EVENT = """
            SELECT position,
                   content_digest
              FROM event
             WHERE ledger_id = ?
               AND event_id = ?
               AND event_version = ?
               AND position < ?""";

    private static final String NEWEST = """
            SELECT position,
                   event_version
              FROM event --DERBY-PROPERTIES index=event_id
             WHERE ledger_id = ?
               AND event_id = ?
               AND position < ?
             ORDER BY event_version DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String ENTITY = """
            SELECT position,
                   entity_version
              FROM event
             WHERE ledger_id = ?
               AND entity_type = ?
               AND entity_id = ?
               AND position < ?
             ORDER BY position DESC
             FETCH FIRST 1 ROW ONLY""";

    private static final String REQUEST = """
            SELECT first_position,
                   request_digest,
                   event_count
              FROM idempotency
             WHERE ledger_id = ?
               AND key_hash = ?
               AND first_position < ?""";

    private static final String HEAD = """
            SELECT size,
                   recorded_at,
                   settings_version,
                   epoch,
                   tree
              FROM ledger_head
             WHERE ledger_id = ?""";

    private static final String LOCK = """
            UPDATE ledger_head
               SET size = size
             WHERE ledger_id = ?""";

    private static final String DIGEST = """
            SELECT digest
              FROM event
             WHERE ledger_id = ?
               AND position = ?""";

    private static final String DIGESTS = """
            SELECT digest
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Database database;
    private final String immutableRead;
    private final int scannedMax;

    /** {@code scannedMax}: how many index entries are looked at for a condition. */
    Lookups(Database database, int scannedMax) {
        this.database = database;
        this.immutableRead = database.immutableRead();
        this.scannedMax = scannedMax;
    }

    Head head(Connection connection, Ledger ledger) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD)) {
            select.setLong(1, ledger.id().value());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new LedgerUnknown(
                            ledger.name().organization(), ledger.name().environment());
                }
                return Head.kept(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getBytes(5));
            }
        }
    }

    /** The head, held until the transaction ends: by UPDATE first, which waits for whoever moves it now. */
    Head lockHead(Connection connection, Ledger ledger) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(LOCK)) {
            update.setLong(1, ledger.id().value());
            update.executeUpdate();
        }
        return head(connection, ledger);
    }

    Optional<byte[]> digestAt(Connection connection, LedgerId ledger, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DIGEST + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setLong(2, position);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
            }
        }
    }

    /** Lets a request know all that is there below a position. */
    void learn(Connection connection, LedgerId ledger, Ticket ticket, long below) throws SQLException {
        ticket.learn(facts(connection, ledger, ticket.asks(), below));
        if (ticket.boundary().isPresent()) {
            decide(connection, ledger, ticket.boundary().get(), below);
        }
    }

    /** Decides a condition below a position. */
    void decide(Connection connection, LedgerId ledger, Boundary boundary, long below) throws SQLException {
        boundary.read(new Matching(database.tables(connection, ledger), scannedMax), below);
    }

    List<byte[]> digests(Connection connection, LedgerId ledger, long from, long to) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(DIGESTS + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setLong(2, from);
            select.setLong(3, to - 1);
            var digests = new ArrayList<byte[]>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    digests.add(row.getBytes(1));
                }
            }
            return digests;
        }
    }

    Facts facts(Connection connection, LedgerId ledger, Collection<Known.Key> keys, long below) throws SQLException {
        var known = new HashMap<Known.Key, Optional<Known>>();
        for (Known.Key key : keys) {
            find(connection, ledger, key, below).ifPresent(found -> known.put(key, Optional.of(found)));
        }
        return new Facts(below, Map.copyOf(known));
    }

    private Optional<Known> find(Connection connection, LedgerId ledger, Known.Key key, long below)
            throws SQLException {
        if (key instanceof Known.OfEvent of) {
            return event(connection, ledger, of.id(), below);
        }
        if (key instanceof Known.OfNewest of) {
            return newest(connection, ledger, of.id(), below);
        }
        if (key instanceof Known.OfEntity of) {
            return entity(connection, ledger, of, below);
        }
        return request(connection, ledger, (Known.OfRequest) key, below);
    }

    private Optional<Known> event(Connection connection, LedgerId ledger, EventId id, long below) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EVENT + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setString(2, id.id());
            select.setLong(3, id.version());
            select.setLong(4, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Known.Event(row.getLong(1), row.getBytes(2))) : Optional.empty();
            }
        }
    }

    private Optional<Known> newest(Connection connection, LedgerId ledger, String id, long below) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(NEWEST + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setString(2, id);
            select.setLong(3, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Known.Newest(row.getLong(1), row.getInt(2))) : Optional.empty();
            }
        }
    }

    private Optional<Known> entity(Connection connection, LedgerId ledger, Known.OfEntity entity, long below)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(ENTITY + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setString(2, entity.type());
            select.setString(3, entity.id());
            select.setLong(4, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new Known.Version(row.getLong(1), row.getLong(2))) : Optional.empty();
            }
        }
    }

    private Optional<Known> request(Connection connection, LedgerId ledger, Known.OfRequest request, long below)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(REQUEST + immutableRead)) {
            select.setLong(1, ledger.value());
            select.setBytes(2, HexFormat.of().parseHex(request.keyHash()));
            select.setLong(3, below);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Known.Request(row.getLong(1), row.getBytes(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }
}
