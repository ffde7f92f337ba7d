package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Changes of entities that are sent again under their {@code Idempotency-Key}. */
class EntityKeysIT {

    private final Server server = Shared.onDerby();
    private final String entities = Ask.freshLedger(server).events().replace("/events", "/entities/");

    private record Change(String method, String path, String body, String seen) {}

    /** Whatever came between, and whatever was seen: the answer is that of the first time, and nothing is recorded. */
    @Test
    void each_has_one_effect_and_one_answer() {
        var changes = List.of(
                new Change("POST", "book/1", "{\"title\":\"Moby\"}", ""),
                new Change("POST", "book/1", "{\"title\":\"Moby Dick\"}", "\"v1\""),
                new Change("PATCH", "book/1", "{\"year\":1851}", "\"v2\""),
                new Change("PATCH", "book/1", "{\"year\":1852}", ""),
                new Change(
                        "POST",
                        "book/1/relations",
                        "{\"type\":\"by\",\"target\":{\"type\":\"author\",\"id\":\"2\"}}",
                        "*"),
                new Change("DELETE", "book/1/relations/by/author/2", "", ""),
                new Change("DELETE", "book/1", "", "\"v6\""));

        var first = changes.stream().map(this::send).toList();

        first.forEach(answer -> assertEquals(2, answer.statusCode() / 100, answer.body()));
        for (int i = 0; i < changes.size(); i++) {
            var again = send(changes.get(i));
            assertEquals(first.get(i).statusCode(), again.statusCode(), again.body());
            assertEquals(first.get(i).body(), again.body());
            assertEquals(header(first.get(i), "ETag"), header(again, "ETag"));
            assertEquals("true", header(again, "Idempotency-Replayed"));
        }
        assertEquals(7, number(server.get(entities + "book/1"), "/version"));
    }

    @Test
    void a_key_stands_for_what_was_asked() {
        send(new Change("POST", "book/1", "{}", ""));
        send(new Change("PATCH", "book/1", "{\"n\":1}", ""), "k");

        var other = send(new Change("PATCH", "book/1", "{\"n\":2}", ""), "k");

        assertEquals(409, other.statusCode(), other.body());
        assertEquals("urn:trove:problem:idempotency-key-reused", text(other, "/type"));
    }

    private HttpResponse<String> send(Change change) {
        return send(change, Integer.toString(change.hashCode()));
    }

    private HttpResponse<String> send(Change change, String key) {
        var request = server.request(entities + change.path())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .method(change.method(), BodyPublishers.ofString(change.body()));
        if (!change.seen().isEmpty()) {
            request.header("If-Match", change.seen());
        }
        return server.send(request.build());
    }
}
