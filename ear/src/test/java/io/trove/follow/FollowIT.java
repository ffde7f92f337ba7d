package io.trove.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Shared;
import io.trove.server.Site;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowIT {

    private static final Duration SOON = Duration.ofMinutes(2);

    private String events;
    private String stream;

    @Test
    void what_was_there_and_what_comes_meet_without_a_gap_and_without_a_double() throws Exception {
        Server server = Shared.onDerby();
        freshLedger(server);
        try (Readers readers = new Readers(server)) {
            Thread writer = new Thread(() -> append(server, 300));
            writer.start();
            for (int i = 0; i < 10; i++) {
                int soFar = i * 20;
                Await.until(SOON, () -> size(server) > soFar + 11);
                readers.follow(stream + "?after=-1", 1);
                readers.follow(stream + "?after=10", 1);
            }
            writer.join();
            for (int i = 0; i < 20; i++) {
                long first = i % 2 == 0 ? 0 : 11;
                Readers.Reader reader = readers.readers().get(i);
                Await.until(SOON, () -> reader.count() >= 301 - first);
                assertEquals(LongStream.rangeClosed(first, 300).boxed().toList(), reader.positions());
            }
        }
    }

    @Test
    void a_filter_holds_on_what_was_there_and_on_what_comes() throws Exception {
        Server server = Shared.onDerby();
        freshLedger(server);
        try (Readers readers = new Readers(server)) {
            append(server, 10);
            readers.follow(stream + "?after=-1&type=follow.even", 1);
            readers.follow(stream + "?after=-1&payload.n=7", 1);
            append(server, 10);
            Await.until(SOON, () -> readers.readers().get(0).count() == 10);
            Await.until(SOON, () -> readers.readers().get(1).count() == 2);
            assertEquals(List.of(8L, 18L), readers.readers().get(1).positions());
        }
    }

    @Test
    void a_ledger_in_which_nothing_happens_answers_at_once_where_it_stands_and_then_now_and_then() throws Exception {
        Server server = Shared.onDerby();
        freshLedger(server);
        long asked = System.nanoTime();
        var answer = HttpClient.newHttpClient().send(server.request(stream).build(), BodyHandlers.ofLines());
        try (Stream<String> lines = answer.body()) {
            Iterator<String> line = lines.iterator();
            assertEquals("id: 0", line.next());
            long first = System.nanoTime();
            assertEquals(List.of(": heartbeat", "", "id: 0"), List.of(line.next(), line.next(), line.next()));
            long second = System.nanoTime();
            assertTrue(2 * (first - asked) < second - first, (first - asked) + " ns, then " + (second - first));
        }
    }

    @Test
    void what_another_server_on_the_same_database_appends_arrives_too() throws Exception {
        Server one = Shared.onPostgres();
        freshLedger(one);
        try (Server other = Shared.besidePostgres().start();
                Readers readers = new Readers(one)) {
            readers.follow(stream + "?after=0", 1);
            append(other, 5);
            append(one, 5);
            Await.until(SOON, () -> readers.readers().get(0).count() == 10);
            assertEquals(
                    LongStream.rangeClosed(1, 10).boxed().toList(),
                    readers.readers().get(0).positions());
        }
    }

    @Test
    void a_ledger_that_is_deleted_and_a_right_that_is_taken_away_end_a_stream_in_which_nothing_happens()
            throws Exception {
        Server server = Shared.onDerby();
        freshLedger(server);
        String organization = events.split("/", -1)[2];
        String home = "/api/organizations/" + organization;
        assertEquals(
                201,
                send(
                        server,
                        "PUT",
                        home + "/principals/robot",
                        "{\"type\":\"agent\",\"roles\":[{\"role\":\"reader\"}]}"));
        String made = server.post(home + "/keys", "{\"principal\":\"robot\"}").body();
        String key = Json.parse(made.getBytes(StandardCharsets.UTF_8))
                .at("/key")
                .orElseThrow()
                .text()
                .orElseThrow();
        long before = followers(server);
        try (Stream<String> owned = follow(server.request(stream.replace("development", "staging"))
                        .setHeader("Authorization", "Bearer " + key));
                Stream<String> all = follow(server.request(stream))) {
            follow(server.request(stream)).close();
            assertEquals(200, send(server, "DELETE", home + "/principals/robot", ""));
            String ledger = organization + "/development";
            assertEquals(202, send(server, "DELETE", "/api/" + ledger + "?confirm=" + ledger, ""));
            assertTrue(all.count() < 10);
            assertTrue(owned.count() < 10);
        }
        Await.until(SOON, () -> followers(server) <= before);
    }

    private static Stream<String> follow(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.ofLines())
                .body();
    }

    private static int send(Server server, String method, String path, String body) {
        return server.send(server.request(path)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build())
                .statusCode();
    }

    @Test
    void a_thousand_follow_at_once_and_a_hundred_who_stop_reading_disturb_nobody() throws Exception {
        try (Server server = Site.onDerby().start();
                Readers readers = new Readers(server)) {
            freshLedger(server);
            String large = "{\"type\":\"follow.large\",\"payload\":\"" + "x".repeat(60_000) + "\"}";
            String threeLarge = "[" + String.join(",", large, large, large) + "]";
            String small = "{\"type\":\"follow.small\"}";
            readers.followWithoutReading(stream + "?after=-1", 100);
            readers.follow(stream + "?after=0&type=follow.small", 1_000);
            for (int i = 0; i < 40; i++) {
                assertEquals(201, server.post(events, small).statusCode());
                assertEquals(201, server.post(events, threeLarge).statusCode());
            }
            List<Long> expected =
                    LongStream.range(0, 40).map(i -> 1 + 4 * i).boxed().toList();
            for (Readers.Reader reader : readers.readers()) {
                Await.until(SOON, () -> reader.count() == 40);
                assertEquals(expected, reader.positions());
            }
            assertTrue(threads(server) < 500, "the server has " + threads(server) + " threads");
            Await.until(SOON, () -> followers(server) == 1_000);
        }
    }

    private void freshLedger(Server server) {
        String organization = "follow-" + Long.toString(System.nanoTime(), Character.MAX_RADIX);
        assertEquals(
                201,
                server.post("/api/organizations", "{\"name\":\"" + organization + "\"}")
                        .statusCode());
        events = "/api/" + organization + "/development/events";
        stream = events + "/stream";
    }

    private void append(Server server, int count) {
        for (int n = 0; n < count; n++) {
            String type = n % 2 == 0 ? "follow.even" : "follow.odd";
            String event = "{\"type\":\"%s\",\"payload\":{\"n\":%d}}".formatted(type, n);
            assertEquals(201, server.post(events, event).statusCode());
        }
    }

    private long size(Server server) {
        String newest = server.get(events + "?limit=1").body();
        return Long.parseLong(newest.replaceAll("(?s).*\"position\":(\\d+),.*", "$1")) + 1;
    }

    private static long threads(Server server) {
        return java.util.Objects.requireNonNull(new java.io.File("/proc/" + server.pid() + "/task").list()).length;
    }

    private static long followers(Server server) {
        String metrics = server.get("/metrics?scope=application").body();
        return Math.round(Double.parseDouble(metrics.replaceAll("(?s).*\ntrove_followers\\{[^}]*} (\\S+).*", "$1")));
    }
}
