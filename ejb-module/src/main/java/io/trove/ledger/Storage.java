package io.trove.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Where ledgers are kept, and by which clock. */
record Storage(DataSource source, Database database, Writer writer, Lookups lookups, Clock clock) {

    static Storage of(DataSource source, Clock clock) throws SQLException {
        Database database = Database.of(source);
        return new Storage(source, database, Writer.of(database), new Lookups(database, Matching.SCANNED_MAX), clock);
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
