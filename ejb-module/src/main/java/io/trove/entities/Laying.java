package io.trove.entities;

import io.trove.filter.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Lays a ledger's events below a position, in the order in which a ledger is read fastest, on piles by the entities that they
 * are folded into: each is read once, and each entity's are then together, still in their order.
 */
final class Laying implements Closeable {

    private static final int ROWS_MAX = 512;
    private static final int BYTES_AT_ONCE = 1 << 20;

    /** Of an event that names many entities, copies for them take no more room than this. */
    private static final int COPIES_BYTES_MAX = 1 << 20;

    /** Stands for a document that is read from the ledger when it is folded. */
    private static final byte[] LOOKED_UP = new byte[0];

    private static final String EVENTS = """
            SELECT position,
                   type,
                   entity_type,
                   entity_id,
                   %s
              FROM event --DERBY-PROPERTIES constraint=event_pk
             WHERE ledger_id = ?
               AND position BETWEEN ? AND ?
             ORDER BY position""";

    private final Spread spread;
    private final Piles piles;
    private final long below;
    private long next;
    private long bytes;
    private boolean sealed;

    /** Some rows were laid and not all that belong with them, so that what lies there is of no use. */
    private boolean torn;

    Laying(Path directory, Spread spread, long below) throws IOException {
        this.spread = spread;
        this.below = below;
        this.piles = new Piles(directory, spread.piles());
    }

    /** Goes on until some time; whether everything is laid. */
    synchronized boolean furtherOn(Tables tables, long untilNanos) throws SQLException, IOException {
        if (sealed) {
            return true;
        }
        if (torn) {
            throw new IOException("What was begun to be laid broke off");
        }
        var namingRows = new NamingRows(tables);
        String sql = EVENTS.formatted(tables.together("document")) + tables.immutableRead();
        try (PreparedStatement select = tables.connection().prepareStatement(sql)) {
            select.setLong(1, tables.ledger());
            while (next < below) {
                if (System.nanoTime() > untilNanos) {
                    return false;
                }
                long to = Math.min(below, next + rows());
                select.setLong(2, next);
                select.setLong(3, to - 1);
                torn = true;
                for (var each : lay(select, tables).entrySet()) {
                    namingRows.fillIn(each.getValue(), each.getKey());
                }
                next = to;
                torn = false;
            }
        }
        torn = true;
        piles.seal();
        torn = false;
        sealed = true;
        return true;
    }

    /** As many rows as memory is meant for, of the size that they had so far. */
    private long rows() {
        return next == 0 ? 1 : Math.max(1, Math.min(ROWS_MAX, BYTES_AT_ONCE / Math.max(1, bytes / next)));
    }

    private Map<Long, Set<EntityId>> lay(PreparedStatement select, Tables tables) throws SQLException, IOException {
        var namings = new TreeMap<Long, Set<EntityId>>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long position = row.getLong(1);
                String type = row.getString(2);
                String id = row.getString(4);
                byte[] document = tables.document(row, 5, position);
                bytes += document.length;
                if (id != null) {
                    piles.lay(
                            spread.pile(new EntityId(row.getString(3), id)),
                            new Piles.Laid(position, Optional.empty(), document));
                }
                if (Named.mayName(type)) {
                    Set<EntityId> named = Named.by(Happened.of(position, document));
                    namings.put(position, named);
                    byte[] laid = (long) named.size() * document.length > COPIES_BYTES_MAX ? LOOKED_UP : document;
                    for (EntityId each : named) {
                        piles.lay(spread.pile(each), new Piles.Laid(position, Optional.of(each), laid));
                    }
                }
            }
        }
        return namings;
    }

    /** What was laid on a pile; only when everything is. */
    void read(int pile, Piles.Eye eye) throws IOException, SQLException {
        piles.read(pile, eye);
    }

    @Override
    public void close() throws IOException {
        piles.close();
    }
}
