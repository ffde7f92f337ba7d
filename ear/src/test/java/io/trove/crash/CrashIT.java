package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Postgres;
import io.trove.server.Server;
import io.trove.server.Site;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CrashIT {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
    private static final Duration LOAD_MAX = Duration.ofMinutes(2);

    private final Random moments = new Random();

    @Test
    void a_killed_server_on_derby_has_lost_nothing_that_it_acknowledged() throws Exception {
        killAndCheck(Site.onDerby());
    }

    @Test
    void a_killed_server_on_postgres_has_lost_nothing_that_it_acknowledged() throws Exception {
        killAndCheck(Site.onPostgres());
    }

    @Test
    void one_of_two_servers_on_one_postgres_is_killed_and_the_other_goes_on() throws Exception {
        Postgres database = Postgres.freshDatabase();
        Site killed = Site.onPostgres(database);
        var clients = new Clients();
        try (Server survivor = Site.onPostgres(database).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                try (Server server = killed.start()) {
                    clients.start(server, "killed-" + round);
                    var others = new Clients();
                    others.start(survivor, "surviving-" + round);
                    killAfterSome(server, clients);
                    clients.join();
                    int soFar = others.acknowledgedCount();
                    Await.until(LOAD_MAX, () -> others.acknowledgedCount() > soFar + 20);
                    others.stop();
                    assertEquals(List.of(), List.copyOf(others.surprises()));
                    clients.acknowledged().putAll(others.acknowledged());
                }
                check(survivor, clients);
            }
        }
    }

    private void killAndCheck(Site quiet) throws Exception {
        Site site = quiet.with("TROVE_LOG_CONSOLE", "INFO");
        var clients = new Clients();
        var deletions = new Deletions();
        for (int round = 0; round < ROUNDS; round++) {
            try (Server server = site.start()) {
                check(server, clients);
                deletions.check(server);
                deletions.prepare(server, round);
                clients.start(server, "round-" + round);
                killWhileReplaying(server, clients, deletions);
                clients.join();
            }
        }
        try (Server server = site.start()) {
            check(server, clients);
            KeptStates.check(server);
            deletions.check(server);
            deletions.checkEnd(server);
        }
    }

    private void killWhileReplaying(Server server, Clients clients, Deletions deletions) {
        int some = clients.acknowledgedCount() + 20 + moments.nextInt(250);
        Await.until(LOAD_MAX, () -> clients.acknowledgedCount() > some);
        KeptStates.replay(server);
        int more = clients.acknowledgedCount() + moments.nextInt(100);
        Await.until(LOAD_MAX, () -> clients.acknowledgedCount() > more);
        deletions.begin(server);
        server.kill();
    }

    private void killAfterSome(Server server, Clients clients) {
        awaitSome(clients);
        server.kill();
    }

    private void awaitSome(Clients clients) {
        int enough = clients.acknowledgedCount() + 20 + moments.nextInt(300);
        Await.until(LOAD_MAX, () -> clients.acknowledgedCount() > enough);
    }

    /** Every acknowledged event is there with its receipt, positions are dense, no request is there by half, and the tree is theirs. */
    private static void check(Server server, Clients clients) {
        assertEquals(List.of(), List.copyOf(clients.surprises()));
        List<Optional<String>> keys = Clients.keysByPosition(server);
        assertTrue(keys.stream().noneMatch(java.util.Objects::isNull), "positions have gaps");
        Map<String, Integer> counts = new HashMap<>();
        keys.forEach(key -> key.ifPresent(each -> counts.merge(each, 1, Integer::sum)));
        counts.forEach((key, count) -> assertEquals(Clients.events(key), count, "events of request " + key));
        clients.acknowledged().forEach((key, body) -> {
            for (Json receipt : Clients.receipts(body)) {
                int position =
                        (int) receipt.member("position").orElseThrow().integer().orElseThrow();
                assertEquals(Optional.of(key), keys.get(position));
            }
        });
        checkReplays(server, clients, counts.keySet().size());
        NaiveTree.check(server, keys.size());
    }

    private static void checkReplays(Server server, Clients clients, int requests) {
        var some = new HashSet<String>();
        clients.acknowledged().keySet().stream().limit(50).forEach(some::add);
        for (String key : some) {
            assertEquals(
                    Clients.receipts(clients.acknowledged().get(key)),
                    Clients.receipts(clients.send(server, key).body()));
        }
        assertTrue(requests >= clients.acknowledged().size());
    }
}
