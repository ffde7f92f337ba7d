package io.trove.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.sql.DataSource;

/** Where ledgers are kept, and by which clock. */
record Storage(DataSource source, Database database, Writer writer, Lookups lookups, Clock clock) {

    static Storage of(DataSource source, Clock clock) throws SQLException {
        Database database = Database.of(source);
        return new Storage(source, database, Writer.of(database), new Lookups(database, Matching.SCANNED_MAX), clock);
    }

    /** Digests of committed events, over this connection or, when it is null, one of its own. */
    List<byte[]> digests(Connection connection, LedgerId ledger, long from, long to) throws SQLException {
        if (connection != null) {
            return lookups.digests(connection, ledger, from, to);
        }
        try (Connection own = source.getConnection()) {
            return lookups.digests(own, ledger, from, to);
        }
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
