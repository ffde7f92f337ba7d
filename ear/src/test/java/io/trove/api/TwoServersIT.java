package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.access.Rivals;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on one database see each other's schemas at once, and decide commands as one; and one goes on with the jobs and
 * the checkpoints of the other.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoServersIT {

    private static final int EVENTS = 30_000;
    private static final int ROTATED = 6;

    private static final String TITLED = "{\"schema\":{\"type\":\"object\",\"required\":[\"title\"]}}";
    private static final String ANY = "{\"type\":\"a.b\"}";
    private static final String BAD = "{\"type\":\"document.uploaded\",\"payload\":{}}";

    private static Server one;
    private static Server other;

    @BeforeAll
    static void start() {
        one = Shared.onPostgres();
        other = Shared.besidePostgres().start();
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    @Test
    void what_one_registers_the_other_judges_by_from_the_next_append_on() {
        var here = Ask.freshLedger(one);
        var there = new Ask(other, here.organization());
        assertEquals(201, there.append(BAD).statusCode());
        for (int version = 1; version <= 20; version++) {
            assertEquals(201, one.send(put(here, one, version, TITLED)).statusCode());
            assertEquals(422, there.append(BAD).statusCode());
            var disable = other.request(address(here, version))
                    .header("Content-Type", "application/json")
                    .method("PATCH", BodyPublishers.ofString("{\"status\":\"disabled\"}"))
                    .build();
            assertEquals(200, other.send(disable).statusCode());
            assertEquals(201, here.append(BAD).statusCode());
        }
    }

    @Test
    void of_two_who_register_a_version_at_once_one_wins_and_both_learn_what_holds() {
        var ask = Ask.freshLedger(one);
        for (int version = 1; version <= 10; version++) {
            var name = version;
            List<Integer> answers = IntStream.range(0, 2)
                    .parallel()
                    .map(i -> (i == 0 ? one : other)
                            .send(put(ask, i == 0 ? one : other, name, TITLED))
                            .statusCode())
                    .sorted()
                    .boxed()
                    .toList();
            assertEquals(List.of(200, 201), answers);
        }
    }

    @Test
    void organizations_that_many_make_at_once_are_all_made() throws Exception {
        var name = "made-" + Long.toString(System.nanoTime(), Character.MAX_RADIX) + "-";
        var askers = Executors.newFixedThreadPool(16);
        try {
            var answers = askers.invokeAll(IntStream.range(0, 32)
                    .<Callable<Integer>>mapToObj(i -> () -> (i % 2 == 0 ? one : other)
                            .post("/api/organizations", "{\"name\":\"" + name + i + "\"}")
                            .statusCode())
                    .toList());
            for (var answer : answers) {
                assertEquals(201, answer.get());
            }
        } finally {
            askers.shutdownNow();
        }
    }

    @Test
    void withdrawals_on_both_never_overdraw_and_either_lists_what_is_left() {
        var here = Ask.freshLedger(one);
        var base = "/api/" + here.organization() + "/development";
        send(one, "PUT", base + "/schemas/account.withdrawn/versions/1", """
                {"schema": {}, "fold": "{'balance': state.balance - event.payload.amount}"}""");
        send(other, "PUT", base + "/commands/account.withdraw", """
                {"entityType": "account", "when": "state.balance >= command.payload.amount", "otherwise": "Not enough",
                 "then": [{"type": "account.withdrawn", "payload": "{'amount': command.payload.amount}"}]}""");
        send(one, "POST", base + "/entities/account/a", "{\"balance\": 100}");
        var command = "{\"type\":\"account.withdraw\",\"entity\":{\"id\":\"a\"},\"payload\":{\"amount\":7}}";
        var withdrawn = IntStream.range(0, 30)
                .parallel()
                .mapToObj(i -> send(i % 2 == 0 ? one : other, "POST", base + "/commands", command))
                .filter(answer -> answer.statusCode() == 200
                        && Ask.text(answer, "/reason").isEmpty())
                .count();
        assertEquals(14, withdrawn);
        for (var server : List.of(one, other)) {
            assertEquals(2, Ask.number(server.get(base + "/entities/account/a"), "/state/balance"));
            var list = base + "/entities?type=account&where.balance=2";
            Await.until(() -> Ask.text(server.get(list), "/items/0/entity/id").equals("a"));
        }
    }

    @Test
    void a_server_that_stands_still_in_an_append_holds_up_the_other_for_some_seconds() {
        var here = Ask.freshLedger(one);
        var there = new Ask(other, here.organization());
        try (var still = Still.inAnAppend(here, there, other, Shared.postgres())) {
            Await.until(Still.HOLDS_UP_MAX, () -> here.append(ANY).statusCode() == 201);
        }
        Await.until(() -> there.append(ANY).statusCode() == 201);
    }

    @Test
    void of_two_who_disable_each_other_on_both_at_the_same_time_one_is_left() {
        Rivals.on(one, other).disableEachOther(10);
    }

    @Test
    @Order(Integer.MAX_VALUE - 1)
    void whenever_a_server_is_killed_among_rotations_each_ledger_is_signed_on_by_the_key_whose_time_it_is() {
        var rotations = Rotations.of(one, ROTATED);
        rotations.watchUntilTold(0);
        var rotating = CompletableFuture.runAsync(() -> rotations.rotate(other));
        rotations.watchUntilTold(new Random().nextInt(ROTATED));
        other.kill();
        rotating.join();
        rotations.watchUntilSigned();
        rotations.check(1, 2);

        other = other.site().start();
        rotations.rotate(other);
        rotations.watchUntilSigned();
        rotations.check(2);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void jobs_of_a_server_that_is_killed_end_right_on_the_other() {
        var here = Ask.freshLedger(one);
        var jobs = "/api/" + here.organization() + "/development/jobs";
        for (int batch = 0; batch < EVENTS / 1_000; batch++) {
            int from = batch * 1_000;
            var events = IntStream.range(from, from + 1_000)
                    .mapToObj(i ->
                            "{\"type\":\"book.updated\",\"entity\":{\"type\":\"book\",\"id\":\"b%d\"},\"payload\":{\"n\":%d}}"
                                    .formatted(i % 3_000, i))
                    .collect(Collectors.joining(",", "[", "]"));
            assertEquals(201, here.append(events).statusCode());
        }
        List<Long> started = Stream.of("export", "replay", "export", "replay")
                .map(kind -> Ask.number(other.post(jobs, "{\"job\":\"" + kind + "\"}"), "/id"))
                .toList();
        Await.until(() -> started.stream().anyMatch(job -> Ask.number(one.get(jobs + "/" + job), "/done") > 0));
        other.kill();

        Await.until(() -> started.stream()
                .noneMatch(job -> Ask.text(one.get(jobs + "/" + job), "/state").equals("running")));
        for (long job : started) {
            var report = one.get(jobs + "/" + job);
            if (Ask.text(report, "/job").equals("export")) {
                var file = new String(one.bytes(jobs + "/" + job + "/file").body(), StandardCharsets.UTF_8);
                assertEquals(
                        IntStream.rangeClosed(0, EVENTS).boxed().toList(),
                        file.lines()
                                .map(line -> Ask.parsed(line).member("position").orElseThrow())
                                .map(position -> (int) position.integer().orElseThrow())
                                .toList());
            } else {
                assertEquals("ready", Ask.text(report, "/state"), report.body());
                assertEquals(0, Ask.number(report, "/outcome/differences"));
                assertEquals(EVENTS + 1, Ask.number(report, "/outcome/events"));
                assertEquals(3_001, Ask.number(report, "/outcome/compared"));
            }
        }
    }

    private static HttpResponse<String> send(Server server, String method, String path, String body) {
        return server.send(server.request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest put(Ask ask, Server server, int version, String body) {
        return server.request(address(ask, version))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build();
    }

    private static String address(Ask ask, int version) {
        return "/api/" + ask.organization() + "/development/schemas/document.uploaded/versions/" + version;
    }
}
