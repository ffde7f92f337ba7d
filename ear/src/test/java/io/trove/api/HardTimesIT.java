package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Await;
import io.trove.server.Postgres;
import io.trove.server.Server;
import io.trove.server.Site;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that more is asked of than it can do, and one whose database goes away. */
class HardTimesIT {

    private static final int CALLERS = 400;
    private static final int WAITING_MAX = 144;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration HELD_MAX = Duration.ofSeconds(25);
    private static final Duration AT_ONCE = Duration.ofSeconds(15);

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
    void what_cannot_wait_is_told_at_once_and_reading_goes_on() throws Exception {
        var http = HttpClient.newHttpClient();
        var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.executeUpdate("UPDATE ledger_head SET size = size");
            for (int i = 0; i < CALLERS; i++) {
                answers.add(http.sendAsync(
                        ask.post(ask.events(), "{\"type\":\"a.y\"}").build(), BodyHandlers.ofString()));
            }
            Await.until(PATIENCE, () -> refused(answers) >= CALLERS - WAITING_MAX);
            Instant asked = Instant.now();
            assertEquals(200, ask.get(ask.events() + "?type=a.x").statusCode());
            assertTrue(Duration.between(asked, Instant.now()).compareTo(AT_ONCE) < 0, "reading waits for writing");
            connection.rollback();
        }
        int recorded = 0;
        for (var each : answers) {
            var answer = each.get();
            if (answer.statusCode() == 429) {
                assertEquals("urn:trove:problem:overloaded", text(answer, "/type"));
                assertEquals("1", header(answer, "Retry-After"));
            } else {
                assertEquals(201, answer.statusCode(), answer.body());
                recorded++;
            }
        }
        var size = number(ask.get(ask.events().replace("/events", "")), "/size");
        assertEquals(recorded + 2, size, "what was refused left no trace");
    }

    @Test
    void while_the_database_is_away_it_is_said_and_afterwards_it_goes_on() throws Exception {
        String name = database.user();
        administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        try {
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            for (var answer : List.of(ask.appendWithKey("k", "{\"type\":\"a.z\"}"), ask.get(ask.events()))) {
                isAway(answer, "The database failed");
            }
        } finally {
            administer("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        }
        Await.until(PATIENCE, () -> ask.appendWithKey("k", "{\"type\":\"a.z\"}").statusCode() == 201);
        Await.until(PATIENCE, () -> ask.get(ask.events()).statusCode() == 200);
        assertEquals(3, number(ask.get(ask.events().replace("/events", "")), "/size"));
    }

    @Test
    void who_waits_for_a_ledger_that_is_held_is_told_in_time() throws Exception {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement sql = connection.createStatement()) {
            connection.setAutoCommit(false);
            sql.executeUpdate("UPDATE ledger_head SET size = size");
            Instant asked = Instant.now();
            isAway(ask.append("{\"type\":\"a.h\"}"), "Another transaction holds");
            assertTrue(Duration.between(asked, Instant.now()).compareTo(HELD_MAX) < 0, "it waits too long");
            connection.rollback();
        }
        assertEquals(201, ask.append("{\"type\":\"a.h\"}").statusCode());
        assertEquals(3, number(ask.get(ask.events().replace("/events", "")), "/size"));
    }

    /** As where a standby was connected to that is the primary now. */
    @Test
    void connections_from_a_time_without_writing_are_replaced_when_it_is_over() throws Exception {
        String name = database.user();
        administer("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
        try {
            administer("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
            Await.until(PATIENCE, () -> ask.append("{\"type\":\"a.r\"}").body().contains("read-only"));
            isAway(ask.append("{\"type\":\"a.r\"}"), "The database is read-only and nothing was written");
        } finally {
            administer("ALTER DATABASE " + name + " RESET default_transaction_read_only");
        }
        Await.until(PATIENCE, () -> ask.appendWithKey("r", "{\"type\":\"a.r\"}").statusCode() == 201);
        assertEquals(3, number(ask.get(ask.events().replace("/events", "")), "/size"));
    }

    private static void isAway(HttpResponse<String> answer, String why) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertEquals("1", header(answer, "Retry-After"));
        assertEquals("urn:trove:problem:store-unavailable", text(answer, "/type"));
        assertTrue(text(answer, "/detail").startsWith(why), answer.body());
    }

    private static long refused(List<CompletableFuture<HttpResponse<String>>> answers) {
        return answers.stream()
                .filter(answer -> answer.isDone() && answer.join().statusCode() == 429)
                .count();
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
