package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What commands promise over HTTP, whatever the database. */
abstract class CommandsContract {

    private static final String WITHDRAW = """
            {"entityType": "account",
             "when": "state != null && state.balance >= command.payload.amount",
             "then": [{"type": "account.withdrawn", "payload": "{'amount': command.payload.amount}"}],
             "otherwise": "Not enough money"}""";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_an_account() {
        ask = Ask.freshLedger(server());
        send("PUT", base() + "/schemas/account.withdrawn/versions/1", """
                {"schema": {}, "fold": "{'balance': state.balance - event.payload.amount}"}""");
        assertEquals(
                200,
                send("PUT", base() + "/commands/account.withdraw", WITHDRAW).statusCode());
        send("POST", base() + "/entities/account/a", "{\"balance\": 100}");
    }

    @Test
    void a_command_is_decided_by_the_state_of_its_entity() {
        var done = withdraw("{\"amount\": 30}", "");
        assertEquals(200, done.statusCode(), done.body());
        assertEquals("account.withdrawn", text(done, "/events/0/type"));
        assertEquals(70, number(done, "/state/state/balance"));
        assertEquals(100, number(done, "/original/state/balance"));
        assertEquals("account.withdraw", text(done, "/events/0/cause/command"));
        assertEquals(1, number(done, "/events/0/cause/hops"));
        var because = "\"causedBy\": {\"id\": \"%s\"},".formatted(text(done, "/events/0/id/id"));
        assertEquals(2, number(withdraw("{\"amount\": 0}", because), "/events/0/cause/hops"));
        assertEquals(
                404,
                withdraw("{\"amount\": 0}", "\"causedBy\": {\"id\": \"none\"},").statusCode());
        assertEquals(1, number(done, "/events/0/cause/entity/version"));
        assertTrue(text(done, "/events/0/cause/entity/vector").endsWith(":1"));
        var refused = withdraw("{\"amount\": 71}", "");
        assertEquals("Not enough money", text(refused, "/reason"));
        assertEquals(422, withdraw("{}", "").statusCode());
        assertEquals(
                404,
                send("POST", base() + "/commands", "{\"type\":\"account.close\",\"entity\":{\"id\":\"a\"}}")
                        .statusCode());
        assertEquals("account", text(ask.get(base() + "/commands/account.withdraw"), "/entityType"));
        assertEquals("account.withdraw", text(ask.get(base() + "/commands"), "/items/0/type"));
    }

    @Test
    void a_command_that_is_sent_again_has_the_same_answer_and_no_other_effect() {
        var first = withdraw("{\"amount\": 30}", "\"id\": \"cmd-1\",");
        assertEquals("cmd-1", text(first, "/events/0/cause/commandId"));
        withdraw("{\"amount\": 70}", "");
        var again = withdraw("{\"amount\": 30}", "\"id\": \"cmd-1\",");
        for (var pointer : List.of("/events", "/state", "/original")) {
            assertEquals(json(first).at(pointer), json(again).at(pointer), again.body());
        }
        assertEquals(0, number(ask.get(base() + "/entities/account/a"), "/state/balance"));
    }

    @Test
    void a_command_that_is_sent_again_has_the_same_answer_whatever_else_happened_while_it_was_decided()
            throws Exception {
        var first = new ConcurrentHashMap<String, Json>();
        var threads = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 40; i++) {
            String id = "\"id\": \"cmd-%d\",".formatted(i);
            threads.execute(() -> first.put(id, json(withdraw("{\"amount\": 1}", id))));
            threads.execute(() -> ask.append("{\"type\":\"noted\"}"));
            String link = "{\"type\":\"entity.linked\",\"entity\":{\"type\":\"person\",\"id\":\"p%d\"},".formatted(i)
                    + "\"payload\":{\"type\":\"likes\",\"target\":{\"type\":\"account\",\"id\":\"a\"}}}";
            threads.execute(() -> ask.append(link));
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(40, first.size());
        first.forEach((id, answer) -> assertEquals(
                answer.at("/original"), json(withdraw("{\"amount\": 1}", id)).at("/original")));
    }

    @Test
    void a_command_that_is_sent_several_times_at_once_has_one_answer() throws Exception {
        for (int round = 0; round < 20; round++) {
            var id = "\"id\": \"at-once-" + round + "\",";
            send("POST", base() + "/entities/account/once-" + round, "{\"balance\": 30}");
            var body = "{\"type\":\"account.withdraw\",%s\"entity\":{\"id\":\"once-%d\"},\"payload\":{\"amount\":30}}"
                    .formatted(id, round);
            var threads = Executors.newFixedThreadPool(5);
            Callable<String> sent = () -> text(send("POST", base() + "/commands", body), "/events/0/id/id");
            for (var answer : threads.invokeAll(Collections.nCopies(5, sent))) {
                assertEquals("at-once-" + round + ".1", answer.get());
            }
            threads.shutdown();
        }
    }

    @Test
    void another_command_under_the_same_id_is_refused() {
        send("POST", base() + "/entities/account/b", "{\"balance\": 100}");
        withdraw("{\"amount\": 30}", "\"id\": \"cmd-1\",");

        for (var other : List.of(
                "\"type\":\"account.withdraw\",\"entity\":{\"id\":\"a\"},\"payload\":{\"amount\":31}",
                "\"type\":\"account.withdraw\",\"entity\":{\"id\":\"b\"},\"payload\":{\"amount\":30}",
                "\"type\":\"account.withdraw\",\"entity\":{\"id\":\"a\"}")) {
            var answer = send("POST", base() + "/commands", "{\"id\":\"cmd-1\"," + other + "}");
            assertEquals(409, answer.statusCode(), answer.body());
            assertTrue(text(answer, "/type").endsWith(":command-id-taken"), answer.body());
            assertEquals("cmd-1", text(answer, "/id"), answer.body());
        }
        assertEquals(70, number(ask.get(base() + "/entities/account/a"), "/state/balance"));
        assertEquals(100, number(ask.get(base() + "/entities/account/b"), "/state/balance"));
    }

    @Test
    void withdrawals_at_the_same_time_never_overdraw() throws Exception {
        var done = new AtomicInteger();
        var refused = new AtomicInteger();
        var threads = Executors.newFixedThreadPool(16);
        for (int i = 0; i < 64; i++) {
            threads.execute(() -> {
                var answer = withdraw("{\"amount\": 3}", "");
                if (answer.statusCode() == 200) {
                    (text(answer, "/reason").isEmpty() ? done : refused).incrementAndGet();
                }
            });
        }
        threads.shutdown();
        assertTrue(threads.awaitTermination(60, TimeUnit.SECONDS));
        assertEquals(33, done.get());
        assertEquals(31, refused.get());
        assertEquals(1, number(ask.get(base() + "/entities/account/a"), "/state/balance"));
    }

    @Test
    void the_first_exclusive_handler_that_may_ends_the_search_and_others_find_their_target() {
        send("PUT", base() + "/commands/driver.start", """
                {"entityType": "driver", "handlers": [
                  {"when": "state.tired", "then": [{"type": "driver.rested"}]},
                  {"when": "true", "exclusive": false, "then": [{"type": "driver.started"}]},
                  {"then": [{"type": "vehicle.started", "payload": "{'by': command.entity.id}"}]},
                  {"then": [{"type": "driver.lost"}]}]}""");
        send("POST", base() + "/entities/driver/d", "{\"tired\": false, \"vehicleId\": \"v-7\"}");
        var started = send("POST", base() + "/commands", "{\"type\":\"driver.start\",\"entity\":{\"id\":\"d\"}}");
        assertEquals("driver.started", text(started, "/events/0/type"), started.body());
        assertEquals("v-7", text(started, "/events/1/entity/id"));
        assertEquals("", text(started, "/events/2/type"));
        send("PATCH", base() + "/entities/driver/d", "{\"tired\": true}");
        var rested = send("POST", base() + "/commands", "{\"type\":\"driver.start\",\"entity\":{\"id\":\"d\"}}");
        assertEquals("driver.rested", text(rested, "/events/0/type"));
        assertEquals("", text(rested, "/events/1/type"));
    }

    @Test
    void an_event_of_another_type_finds_its_target_in_the_fields_of_what_produced_it() {
        send("POST", base() + "/entities/driver/d", "{\"vehicleId\":\"v-7\"}");
        var answer =
                ask.append("{\"type\":\"vehicle.started\",\"cause\":{\"entity\":{\"type\":\"driver\",\"id\":\"d\"}}}");
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("v-7", text(answer, "/entity/id"));
        var nobody =
                ask.append("{\"type\":\"vehicle.started\",\"cause\":{\"entity\":{\"type\":\"driver\",\"id\":\"e\"}}}");
        assertEquals(422, nobody.statusCode(), nobody.body());
    }

    @Test
    void what_is_no_handler_is_refused() {
        assertEquals(
                422,
                send("PUT", base() + "/commands/x", "{\"entityType\":\"x\",\"when\":\"((\",\"then\":[]}")
                        .statusCode());
        assertEquals(
                422,
                send("PUT", base() + "/commands/x", "{\"entityType\":\"x\"}").statusCode());
        assertEquals(422, send("PUT", base() + "/commands/x", "{\"then\":[]}").statusCode());
        assertEquals(
                403,
                ask.append("{\"type\":\"command.registered\",\"payload\":{}}").statusCode());
    }

    private HttpResponse<String> withdraw(String payload, String id) {
        return send(
                "POST",
                base() + "/commands",
                "{\"type\":\"account.withdraw\"," + id + "\"entity\":{\"id\":\"a\"},\"payload\":" + payload + "}");
    }

    private String base() {
        return "/api/" + ask.organization() + "/development";
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return server().send(server().request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
