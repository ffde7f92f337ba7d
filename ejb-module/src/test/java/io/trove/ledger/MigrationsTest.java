package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import io.trove.refusal.CannotStart;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
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
