package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Await;
import io.trove.server.Postgres;
import io.trove.server.Server;
import io.trove.server.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server whose database goes away. */
class HardTimesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Postgres database;
    private static Server server;

    private Ask ask;

    @BeforeAll
    static void start() {
        database = Postgres.freshDatabase();
        server = Site.onPostgres(database).start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server);
        assertEquals(201, ask.append("{\"type\":\"a.x\"}").statusCode());
    }

    @Test
    void while_the_database_is_away_it_is_said_and_afterwards_it_goes_on() throws Exception {
        String name = database.user();
        administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        try {
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            for (var answer : List.of(ask.appendWithKey("k", "{\"type\":\"a.z\"}"), ask.get(ask.events()))) {
                assertEquals(503, answer.statusCode(), answer.body());
                assertEquals("1", header(answer, "Retry-After"));
                assertEquals("urn:trove:problem:store-unavailable", text(answer, "/type"));
            }
        } finally {
            administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        }
        Await.until(PATIENCE, () -> ask.appendWithKey("k", "{\"type\":\"a.z\"}").statusCode() == 201);
        Await.until(PATIENCE, () -> ask.get(ask.events()).statusCode() == 200);
        assertEquals(3, number(ask.get(ask.events().replace("/events", "")), "/size"));
    }

    /** As the servers' user, over a database that stays. */
    private static void administer(String statement) throws SQLException {
        String url = database.url().replaceFirst("/[^/]*$", "/postgres");
        try (Connection connection = DriverManager.getConnection(url, database.user(), database.password());
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
