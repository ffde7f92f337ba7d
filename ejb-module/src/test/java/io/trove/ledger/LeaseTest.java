package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class LeaseTest {

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_lease_is_held_by_one_until_its_term_has_ended(Database kind) throws SQLException {
        try (FreshDatabase database = FreshDatabase.of(kind);
                Connection connection = database.source().getConnection()) {
            LedgerId ledger = TestLedger.in(database.source()).ledger().id();
            var one = new Lease(kind.tables(connection, ledger), "test", "a");
            var other = new Lease(kind.tables(connection, ledger), "test", "b");
            assertEquals(OptionalLong.of(1), one.hold());
            assertEquals(OptionalLong.of(1), one.hold());
            assertEquals(OptionalLong.empty(), other.hold());
            assertTrue(other.isHeld());
            one.giveUp(1);
            assertEquals(OptionalLong.of(2), other.hold());
            assertEquals(OptionalLong.empty(), one.hold());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void jakarta_persistence_reads_the_lease_that_was_written(Database kind) throws SQLException {
        try (FreshDatabase database = FreshDatabase.of(kind);
                Connection connection = database.source().getConnection();
                Rows mapped = Rows.of(database)) {
            LedgerId ledger = TestLedger.in(database.source()).ledger().id();
            long term = new Lease(kind.tables(connection, ledger), "test", "a")
                    .hold()
                    .orElseThrow();
            assertTrue(mapped.entities()
                    .find(LeaseRow.class, new LeasedWork(ledger.value(), "test"))
                    .isHeldBy("a", term));
        }
    }
}
