package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an append condition promises over HTTP, whatever the database. */
abstract class UnlessContract {

    private static final String RESERVED =
            "{\"type\":\"seat.reserved\",\"entity\":{\"id\":\"%s\"},\"indexBy\":{\"show\":\"hamlet\"}}";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void a_matching_event_after_the_position_is_a_conflict_that_names_it() {
        var first = number(ask.append(RESERVED.formatted("1a")), "/position");
        var conflict = reserve("1b", "{\"type\":\"seat.*\",\"index\":{\"show\":\"hamlet\"}}", first - 1);

        assertEquals(409, conflict.statusCode(), conflict.body());
        assertEquals("urn:trove:problem:condition-conflict", text(conflict, "/type"));
        assertEquals(first, number(conflict, "/event/position"));
        assertEquals("1a", text(conflict, "/event/entity/id"));
        assertEquals(first - 1, number(conflict, "/after"));
        assertEquals(
                201,
                reserve("1b", "{\"type\":\"seat.*\",\"index\":{\"show\":\"hamlet\"}}", first)
                        .statusCode());
        assertEquals(409, reserve("1c", "{\"actorId\":\"admin\"}", first).statusCode());
        assertEquals(201, reserve("1c", "{\"entityId\":\"1c\"}", -1).statusCode());
        assertEquals(409, reserve("1d", "{}", first).statusCode());
    }

    @Test
    void what_no_index_answers_is_refused_by_name() {
        var refused = reserve("1a", "{\"type\":\"seat.*\",\"payload\":{\"p\":1},\"since\":0}", 0);

        assertEquals(400, refused.statusCode(), refused.body());
        assertEquals(
                "[\"payload.p\",\"since\"]",
                json(refused).at("/notIndexed").orElseThrow().toString());
        assertEquals(400, reserve("1a", seventeenIds(), 0).statusCode());
        assertEquals(
                422,
                ask.append("{\"events\":[" + RESERVED.formatted("1a") + "],\"unless\":{\"matches\":{}}}")
                        .statusCode());
    }

    @Test
    void a_replay_is_answered_whatever_came_since_and_another_condition_is_another_request() {
        var body = batch("1a", "{\"type\":\"seat.*\"}", -1);
        var first = ask.appendWithKey("k", body);

        assertEquals(201, first.statusCode(), first.body());
        assertEquals(first.body(), ask.appendWithKey("k", body).body());
        assertEquals(
                409,
                ask.appendWithKey("k", batch("1a", "{\"type\":\"seat.*\"}", 0)).statusCode());
    }

    @Test
    void of_many_who_want_the_same_seat_one_gets_it() {
        var answers = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> reserve("1a", "{\"entityId\":\"1a\",\"entityType\":\"seat\"}", -1))
                .map(HttpResponse::statusCode)
                .sorted()
                .toList();

        assertEquals(201, answers.get(0));
        assertEquals(List.of(409), answers.stream().skip(1).distinct().toList());
    }

    private static String seventeenIds() {
        return IntStream.range(0, 17)
                .mapToObj(i -> "\"s" + i + "\"")
                .collect(Collectors.joining(",", "{\"entityId\":[", "]}"));
    }

    private HttpResponse<String> reserve(String seat, String filter, long after) {
        return ask.append(batch(seat, filter, after));
    }

    private static String batch(String seat, String filter, long after) {
        return "{\"events\":[" + RESERVED.formatted(seat) + "],\"unless\":{\"matches\":" + filter + ",\"after\":"
                + after + "}}";
    }
}
