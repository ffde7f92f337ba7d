package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What appending versions of an event promises over HTTP, whatever the database. */
abstract class VersionsContract {

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void the_next_version_follows_the_one_that_was_seen() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"},\"payload\":1}");
        var seen = header(ask.get(ask.events() + "/e"), "ETag");

        var second = version(seen, "k", "{\"type\":\"a.x\",\"payload\":2}");
        var late = version(seen, "l", "{\"type\":\"a.x\",\"payload\":3}");
        var same = version(seen, "m", "{\"type\":\"a.x\",\"payload\":2}");
        var replay = version(seen, "k", "{\"type\":\"a.x\",\"payload\":2}");
        var third = server().post(ask.events() + "/e/versions", "{\"type\":\"a.x\",\"payload\":4}");

        assertEquals(201, second.statusCode(), second.body());
        assertEquals(2, number(second, "/id/version"));
        assertEquals(ask.events() + "/e?version=2", header(second, "Location"));
        assertEquals(412, late.statusCode(), late.body());
        assertEquals(second.body(), same.body(), "its content is the newest version's");
        assertEquals(second.body(), replay.body());
        assertEquals("true", header(replay, "Idempotency-Replayed"));
        assertEquals(3, number(third, "/id/version"));
        assertEquals(
                second.body(),
                version(seen, "k", "{\"type\":\"a.x\",\"payload\":2}").body());
        assertEquals(
                "4",
                json(ask.get(ask.events() + "/e")).at("/payload").orElseThrow().toString());
        assertEquals(
                404,
                server().post(ask.events() + "/none/versions", "{\"type\":\"a.x\"}")
                        .statusCode());
        assertEquals(
                422,
                server().post(ask.events() + "/e/versions", "{\"type\":\"a.x\",\"id\":{\"id\":\"f\"}}")
                        .statusCode());
    }

    @Test
    void a_version_is_a_replay_of_the_one_that_follows_what_was_seen() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"},\"payload\":1}");
        var first = header(ask.get(ask.events() + "/e"), "ETag");
        var two = "{\"type\":\"a.x\",\"payload\":2}";
        var second = version(first, "k", two);
        var seen = header(ask.get(ask.events() + "/e"), "ETag");
        version(seen, "l", "{\"type\":\"a.x\",\"payload\":3}");

        var older = version(first, "m", two);
        assertEquals(second.body(), older.body(), older.body());
        assertEquals("true", header(older, "Idempotency-Replayed"));
        assertEquals(second.body(), version("\"other\", " + first, "n", two).body());
        assertEquals(412, version(seen, "o", two).statusCode(), "what follows it is another content");
        assertEquals(412, version("\"sha256:" + "0".repeat(64) + "\"", "p", two).statusCode());
        assertEquals(409, version(seen, "k", two).statusCode(), "another request under the key");
        assertEquals(
                409, version(first, "m", "{\"type\":\"a.x\",\"payload\":9}").statusCode(), "replays keep keys");
    }

    @Test
    void a_key_of_one_events_version_is_not_anothers() {
        ask.append("[{\"type\":\"a.x\",\"id\":{\"id\":\"e\"}},{\"type\":\"a.x\",\"id\":{\"id\":\"f\"}}]");

        assertEquals(201, sentAs("k", "/e/versions").statusCode());
        assertEquals("true", header(sentAs("k", "/e/versions"), "Idempotency-Replayed"));
        assertEquals(409, sentAs("k", "/f/versions").statusCode());
        assertEquals(409, sentAs("k", "").statusCode());
    }

    @Test
    void of_many_who_saw_the_same_version_one_is_next() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"}}");
        var seen = header(ask.get(ask.events() + "/e"), "ETag");

        var answers = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> version(seen, "k" + i, "{\"type\":\"a.x\",\"payload\":" + i + "}"))
                .map(HttpResponse::statusCode)
                .sorted()
                .toList();

        assertEquals(List.of(201, 412, 412, 412, 412, 412, 412, 412), answers);
    }

    @Test
    void of_many_who_saw_nothing_each_is_next_in_turn() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"}}");

        var versions = IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> server().post(ask.events() + "/e/versions", "{\"type\":\"a.x\",\"payload\":" + i + "}"))
                .map(answer -> number(answer, "/id/version"))
                .sorted()
                .toList();

        assertEquals(LongStream.rangeClosed(2, 17).boxed().toList(), versions);
    }

    private HttpResponse<String> version(String seen, String key, String body) {
        return server().send(ask.post(ask.events() + "/e/versions", body)
                .header("If-Match", seen)
                .header("Idempotency-Key", key)
                .build());
    }

    private HttpResponse<String> sentAs(String key, String path) {
        return server().send(ask.post(ask.events() + path, "{\"type\":\"a.x\"}")
                .header("Idempotency-Key", key)
                .build());
    }
}
