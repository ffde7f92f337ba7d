package io.trove.api;

import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Site;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Limits that an operator has set, named to who goes over them. */
class LimitsIT {

    private static Server server;

    private Ask ask;

    @BeforeAll
    static void start() {
        server = Site.onDerby()
                .with("TROVE_EVENTS_MAX", "3")
                .with("TROVE_REQUEST_BYTES_MAX", "4000")
                .with("TROVE_EVENT_BYTES_MAX", "2000")
                .with("TROVE_LINKS_MAX", "1")
                .with("TROVE_FILES_MAX", "1")
                .start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void each_limit_holds_and_is_named() {
        ask = Ask.freshLedger(server);
        var events = "{\"type\":\"a.x\"},".repeat(3) + "{\"type\":\"a.x\"}";
        var many = ask.append("[" + events + "]");
        var lines = server.send(server.request(ask.events())
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(events.replace("},", "}\n")))
                .build());
        for (var answer : List.of(many, lines)) {
            assertEquals(413, answer.statusCode(), answer.body());
            assertEquals("events", text(answer, "/limit"));
            assertEquals(3, number(answer, "/most"));
        }
        var large = ask.append("{\"type\":\"a.x\",\"payload\":\"" + "x".repeat(4_000) + "\"}");
        assertEquals(413, large.statusCode());
        assertEquals("bytes in a request", text(large, "/limit"));
        assertEquals(4_000, number(large, "/most"));
        var largeEvent = ask.append("{\"type\":\"a.x\",\"payload\":\"" + "x".repeat(2_000) + "\"}");
        assertEquals(413, largeEvent.statusCode());
        assertEquals("bytes in an event", text(largeEvent, "/limit"));
        assertEquals(2_000, number(largeEvent, "/most"));
    }

    @Test
    void links_and_files_of_an_event_are_counted() {
        ask = Ask.freshLedger(server);
        var link = "{\"type\":\"parent\",\"targetEvent\":{\"id\":\"e\"}}";
        var file = "{\"id\":\"f\",\"isReference\":true,\"data\":\"s3://a/b\"}";
        var links = ask.append("{\"type\":\"a.x\",\"links\":[" + link + "," + link + "]}");
        var files = ask.append("{\"type\":\"a.x\",\"files\":[" + file + "," + file + "]}");

        assertEquals(422, links.statusCode(), links.body());
        assertEquals("/links", text(links, "/pointer"));
        assertTrue(text(links, "/wanted").contains("1"), links.body());
        assertEquals(422, files.statusCode(), files.body());
        assertEquals("/files", text(files, "/pointer"));
        assertEquals(
                201,
                ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"},\"links\":[" + link + "]}")
                        .statusCode());
    }
}
