package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A database that takes no writes for a while, and connections that were opened then. */
@Tag("database")
class ReadOnlyTest {

    private static final String PAID = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";
    private static final int POOLED = 3;

    @Test
    void it_is_told_and_afterwards_those_connections_are_replaced() throws SQLException {
        try (FreshDatabase database = FreshDatabase.of(Database.POSTGRESQL)) {
            TestLedger other = TestLedger.in(database.source());
            let(database, "on");
            try (HikariDataSource pool = database.bounded("lock_timeout=10s")) {
                TestLedger ledger = other.onAnotherServer(pool, Bounds.defaults());
                var readOnly = assertThrows(StoreUnavailable.class, () -> ledger.append(PAID));
                assertTrue(
                        readOnly.getMessage().startsWith("The database is read-only and nothing was written"),
                        readOnly.getMessage());
                open(pool);

                let(database, "off");

                assertEquals(1, ledger.append(PAID).position());
                assertEquals(2, ledger.append(PAID).position());
                assertEquals(3, other.onAnotherServer().size());
            }
        }
    }

    private static void let(FreshDatabase database, String readOnly) throws SQLException {
        try (Connection connection = FreshDatabase.postgres("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER DATABASE " + database.name() + " SET default_transaction_read_only = " + readOnly);
        }
    }

    /** So many at once, which are then in the pool. */
    private static void open(HikariDataSource pool) throws SQLException {
        List<Connection> opened = new ArrayList<>();
        for (int i = 0; i < POOLED; i++) {
            opened.add(pool.getConnection());
        }
        for (Connection each : opened) {
            each.close();
        }
    }
}
