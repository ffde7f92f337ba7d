package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What importing promises over HTTP, whatever the database. */
abstract class ImportContract {

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void what_was_interrupted_goes_on_when_it_is_sent_again() {
        var lines = numbered(1, 700);

        assertEquals(counts(300, 300, 0, 0, true), last(imported("", "k", firstLines(lines, 300))));
        assertEquals(counts(700, 400, 300, 0, true), last(imported("", "k", lines)));
        assertEquals(counts(700, 0, 700, 0, true), last(imported("", "k", lines)));
        assertEquals(counts(1, 1, 0, 0, true), last(imported("", "l", firstLines(lines, 1))));
    }

    @Test
    void a_refused_line_is_told_and_the_others_are_appended() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"taken\"}}");
        var lines = """
                {"type":"a.u"}
                {"type":"a.x","id":{"id":"taken"}}
                {"type":"a.x","id":{"id":"taken"},"payload":"another"}
                {"type":}
                {"type":"a.x","payload":"%s"}
                {"type":"ledger.created"}
                {"type":"a.x","id":{"id":"late","version":3}}
                {"type":"a.v"}
                """.formatted("x".repeat(1 << 20));

        var answer = imported("", "k", lines);

        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L),
                lines(answer).stream()
                        .flatMap(line -> line.member("line").stream())
                        .map(line -> line.integer().orElseThrow())
                        .toList());
        assertEquals(
                List.of("event-id-taken", "malformed", "too-much", "forbidden", "event-version-gap"),
                lines(answer).stream()
                        .flatMap(line -> line.member("type").stream())
                        .map(type -> type.text().orElseThrow().replace("urn:trove:problem:", ""))
                        .toList());
        assertEquals(counts(8, 2, 1, 5, true), last(answer));
        assertEquals(3, items());
    }

    @Test
    void an_import_that_stops_at_a_refused_line_has_appended_what_is_before_it() {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"taken\"}}");
        var lines =
                "{\"type\":\"a.u\"}\n{\"type\":\"a.y\",\"id\":{\"id\":\"taken\"}}\n{\"type\":\"a.v\"}\n{\"type\":7}\n";

        var answer = imported("?onError=stop", "k", lines);

        assertEquals(counts(2, 1, 0, 1, false), last(answer));
        assertEquals(3, lines(answer).size());
        assertEquals(2, items());
    }

    @Test
    void what_another_ledger_exports_is_imported_with_its_origin() {
        var there = Ask.freshLedger(server());
        there.append(
                "[{\"type\":\"a.x\",\"entity\":{\"id\":\"1\"}},{\"type\":\"a.y\",\"id\":{\"id\":\"e\"},\"entity\":{\"id\":\"1\"}}]");
        var export = server().send(server().request(there.events())
                        .header("Accept", "application/x-ndjson")
                        .build())
                .body()
                .lines()
                .filter(line -> line.contains("\"a."))
                .collect(Collectors.joining("\n"));

        assertEquals(counts(2, 2, 0, 0, true), last(importedWithoutKey(export)));
        assertEquals(counts(2, 0, 2, 0, true), last(importedWithoutKey(export)));
        var event = ask.get(ask.events() + "/e");
        assertEquals(2, number(event, "/extensions/origin/position"));
        assertEquals(2, number(event, "/extensions/origin/entityVersion"));
        assertEquals(
                text(there.get(there.events() + "/e"), "/recordedAt"), text(event, "/extensions/origin/recordedAt"));
    }

    @Test
    void lines_are_read_in_their_dialect() {
        var line = "{\"eventType\":\"deal.won\",\"entityId\":\"d\",\"payload\":1}";

        assertEquals(counts(1, 1, 0, 0, true), last(imported("?dialect=struere", "k", line)));
        assertEquals(counts(1, 1, 0, 0, true), last(sent("", "l", "application/vnd.trove.struere+json", line)));
        assertEquals("deal.won", text(ask.get(ask.events()), "/items/0/type"));
    }

    @Test
    void a_request_that_cannot_be_an_import_is_refused_before_it_is_read() {
        assertEquals(400, imported("?onError=later", "k", "").statusCode());
        assertEquals(400, imported("?dialect=klingon", "k", "").statusCode());
        assertEquals(400, imported("", "k".repeat(201), "").statusCode());
        assertEquals(415, sent("", "k", "application/json", "{\"type\":\"a\"}").statusCode());
        assertFalse(sent("", "k", "text/plain", "{\"type\":\"a\"}").body().contains("\"application/json\""));
        var untyped = server().send(server().request(ask.events() + "/import")
                .POST(BodyPublishers.ofString("{\"type\":\"a\"}\n"))
                .build());
        assertEquals(415, untyped.statusCode(), untyped.body());
        assertEquals(
                404,
                server().post("/api/" + ask.organization() + "/nowhere/events/import", "")
                        .statusCode());
        assertEquals(
                403,
                server().send(server().request("/api/" + ask.organization() + "/system/events/import")
                                .header("Content-Type", "application/x-ndjson")
                                .POST(BodyPublishers.ofString("{\"type\":\"a\"}"))
                                .build())
                        .statusCode());
        assertEquals(counts(0, 0, 0, 0, true), last(imported("", "k", "\n\n")));
    }

    @Test
    void progress_is_told_while_the_lines_are_sent_and_a_client_that_goes_away_leaves_what_was_told()
            throws IOException {
        var lines = numbered(1, 800);
        try (var pipe = Pipe.open(server(), ask.events() + "/import", "k")) {
            pipe.send(lines);
            assertEquals(counts(500, 500, 0, 0), Json.parse(pipe.awaitLine("{\"read\"")));
        }

        var again = imported("", "k", lines + numbered(801, 1_000));

        var there = last(again).member("alreadyThere").orElseThrow().integer().orElseThrow();
        assertTrue(there == 500 || there == 800, again.body());
        assertEquals(
                1_000 - there,
                last(again).member("appended").orElseThrow().integer().orElseThrow());
    }

    private long items() {
        return json(ask.get(ask.events())).at("/items").orElseThrow().items().stream()
                .filter(event ->
                        event.member("type").flatMap(Json::text).orElseThrow().startsWith("a."))
                .count();
    }

    private HttpResponse<String> imported(String query, String key, String lines) {
        return sent(query, key, "application/x-ndjson", lines);
    }

    private HttpResponse<String> sent(String query, String key, String contentType, String lines) {
        return server().send(server().request(ask.events() + "/import" + query)
                .header("Content-Type", contentType)
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    private HttpResponse<String> importedWithoutKey(String lines) {
        return server().send(server().request(ask.events() + "/import")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
    }

    static String numbered(int from, int to) {
        return IntStream.rangeClosed(from, to)
                .mapToObj("{\"type\":\"a.x\",\"payload\":%d}\n"::formatted)
                .collect(Collectors.joining());
    }

    private static String firstLines(String lines, int count) {
        return lines.lines().limit(count).collect(Collectors.joining("\n"));
    }

    private static Json last(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        var lines = lines(answer);
        return lines.get(lines.size() - 1);
    }

    private static List<Json> lines(HttpResponse<String> answer) {
        return answer.body().lines().map(Ask::parsed).toList();
    }

    static Json counts(long read, long appended, long there, long refused) {
        return Ask.parsed("{\"read\":%d,\"appended\":%d,\"alreadyThere\":%d,\"refused\":%d}"
                .formatted(read, appended, there, refused));
    }

    static Json counts(long read, long appended, long there, long refused, boolean done) {
        return Ask.parsed("{\"read\":%d,\"appended\":%d,\"alreadyThere\":%d,\"refused\":%d,\"done\":%b}"
                .formatted(read, appended, there, refused, done));
    }
}
