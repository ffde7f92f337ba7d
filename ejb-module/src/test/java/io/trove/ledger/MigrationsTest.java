package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.trove.refusal.CannotStart;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of an earlier start, met again. */
@Tag("database")
class MigrationsTest {

    /** A connection that is left open costs the pool one, and Liberty then notes for each one asked for where that was. */
    @ParameterizedTest
    @EnumSource(Database.class)
    void no_connection_is_left_open_where_there_were_no_tables(Database kind) {
        try (FreshDatabase database = FreshDatabase.empty(kind)) {
            migrations(database, kind).apply();

            var pool = ((HikariDataSource) database.source()).getHikariPoolMXBean();
            assertEquals(0, pool.getActiveConnections());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tables_of_this_build_are_left_as_they_are(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            migrations(database, kind).apply();
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tables_of_another_build_are_refused_with_the_first_migration_that_differs(Database kind) throws SQLException {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            execute(database, "UPDATE \"trove_schema_history\" SET \"checksum\" = 1 WHERE \"version\" = '03'");

            var refusal = assertThrows(
                    CannotStart.class, () -> migrations(database, kind).apply());

            assertTrue(
                    refusal.getMessage().contains("another build of Trove (migration 03, event,"),
                    refusal.getMessage());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void tables_of_a_newer_version_are_refused_with_theirs(Database kind) throws SQLException {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            execute(database, """
                    INSERT INTO "trove_schema_history" ("installed_rank", "version", "description", "type", "script",
                      "installed_by", "execution_time", "success")
                    VALUES (9999, '9999', 'to come', 'SQL', 'V9999__to_come.sql', 'trove', 1, TRUE)""");

            var refusal = assertThrows(
                    CannotStart.class, () -> migrations(database, kind).apply());

            assertTrue(refusal.getMessage().contains("version 9999"), refusal.getMessage());
        }
    }

    /** As those of a server that waits for others no longer than some seconds: a migration may have more to wait for. */
    @Test
    void a_migration_waits_for_a_lock_as_long_as_it_takes_and_leaves_its_connections_as_they_were() throws Exception {
        try (FreshDatabase database = FreshDatabase.of(Database.POSTGRESQL);
                HikariDataSource impatient = database.bounded("lock_timeout=100ms");
                Connection other = database.source().getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("LOCK TABLE \"trove_schema_history\"");
            var migrating =
                    new FutureTask<>(() -> new Migrations(impatient, Database.POSTGRESQL, "postgres").apply(), null);
            new Thread(migrating).start();
            awaitSomebodyWhoWaits(database);
            other.rollback();
            migrating.get();

            assertEquals(0, impatient.getHikariPoolMXBean().getActiveConnections());
            try (Connection pooled = impatient.getConnection()) {
                assertEquals("100ms", asked(pooled, "SHOW lock_timeout"));
            }
        }
    }

    private static void awaitSomebodyWhoWaits(FreshDatabase database) throws SQLException {
        Instant end = Instant.now().plusSeconds(60);
        String waiting = "0";
        while (waiting.equals("0") && Instant.now().isBefore(end)) {
            try (Connection connection = FreshDatabase.postgres(database.name())) {
                waiting = asked(connection, """
                        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
                           AND query_start < clock_timestamp() - INTERVAL '500 ms'""");
            }
        }
    }

    private static String asked(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static Migrations migrations(FreshDatabase database, Database kind) {
        return new Migrations(database.source(), kind, kind == Database.POSTGRESQL ? "postgres" : "trove");
    }

    private static void execute(FreshDatabase database, String sql) throws SQLException {
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
