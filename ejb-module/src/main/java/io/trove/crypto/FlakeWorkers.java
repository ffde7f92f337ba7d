package io.trove.crypto;

import io.trove.event.Flakes;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;

/** Leases to each server process a worker number for its flake ids that no other process on this database ever had. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlakeWorkers {

    private static final int BITS = 48;
    private static final int ATTEMPTS_MAX = 10;
    private static final String LEASE = """
            INSERT INTO flake_worker (worker, leased_at)
            VALUES (?, ?)
            """;

    @Resource(lookup = "jdbc/trove", shareable = false)
    DataSource database;

    /** The maker of this process's flake ids. */
    @Produces
    @jakarta.inject.Singleton
    public Flakes flakes() {
        return new Flakes(Clock.systemUTC(), lease());
    }

    long lease() {
        SecureRandom random = new SecureRandom();
        long leasedAt = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        try (Connection connection = database.getConnection()) {
            for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
                long worker = random.nextLong() >>> (Long.SIZE - BITS);
                if (Constraints.insertUnlessThere(connection, LEASE, worker, leasedAt)) {
                    return worker;
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Cannot lease a worker number for flake ids", failed);
        }
        throw new IllegalStateException(
                "No worker number for flake ids was free after " + ATTEMPTS_MAX + " random attempts");
    }
}
