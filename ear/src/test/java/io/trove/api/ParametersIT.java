package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody has to believe that a parameter was heard which was not. */
class ParametersIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final Server server = Shared.onDerby();
    private final Ask ask = Ask.freshLedger(server);

    @ParameterizedTest
    @CsvSource({
        "events/e?verson=1, verson, none but as",
        "events/e?version=1&version=2, version, one value",
        "events/e?version=%2B1, version, a whole number",
        "events/e?version=%D9%A1, version, a whole number",
        "events/at/%2B1, position, a whole number",
        "events/at/0?limit=1, limit, none but as",
        "events/e/versions?type=a.x, type, none but as",
        "events/e/graph?deph=1, deph, none but at",
        "events/e/proof?tree=1, tree, none but",
        "events?after=%2B1, after, a position",
        "events?dialect=trove&dialect=common, dialect, one value",
        "entities/a/1/events?until=x, until, a time",
        "events/stream?after=1&after=2, after, one value",
        "events/stream?after=%2B1, after, a whole number",
        "tools?dialect=trove, dialect, no parameter",
        "'', verbose, no parameter"
    })
    void what_an_operation_does_not_know_or_cannot_be_is_refused_by_name(String path, String parameter, String wanted) {
        ask.append("{\"type\":\"a.x\",\"id\":{\"id\":\"e\"}}");
        var address = ask.events().replaceAll("/events$", path == null || path.isEmpty() ? "" : "/" + path);

        var answer = ask.get(parameter.equals("verbose") ? address + "?verbose" : address);

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(parameter, text(answer, "/parameter"), answer.body());
        assertTrue(text(answer, "/wanted").startsWith(wanted), answer.body());
    }

    @Test
    void a_line_of_an_import_is_one_event() {
        var answer = server.send(server.request(ask.events() + "/import?each=true")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{\"type\":\"a.x\"}\n"))
                .build());

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("each", text(answer, "/parameter"));
    }

    @ParameterizedTest
    @CsvSource({"eventType, 7", "since, '\"yesterday\"'", "entityId, true", "entityTypeSlug, '[]'"})
    void a_tool_names_what_is_wrong_as_it_was_sent(String member, String value) {
        var answer = server.post(
                ask.events().replaceAll("/events$", "/tools/event.query"), "{\"" + member + "\":" + value + "}");

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals(member, text(answer, "/parameter"), answer.body());
    }

    @Test
    void a_stream_is_one_also_before_it_is_followed() {
        var stream = ask.events() + "/stream";
        var head = server.send(
                server.request(stream).method("HEAD", BodyPublishers.noBody()).build());
        var refused = server.send(
                server.request(stream).header("Accept", "application/json").build());

        assertEquals(200, head.statusCode());
        assertTrue(header(head, "Content-Type").startsWith("text/event-stream"), head.toString());
        assertEquals(406, refused.statusCode(), refused.body());
        assertEquals("text/event-stream", text(refused, "/known/0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"d\u00f6c", "\u6587", "\ud83d\ude00", "a+b c&d"})
    void a_stream_is_of_what_its_address_says_in_utf_8(String id) {
        ask.append("{\"type\":\"a.x\",\"entity\":{\"id\":\"" + id + "\"}}");
        var encoded = URLEncoder.encode(id, StandardCharsets.UTF_8);

        var first = CLIENT.sendAsync(
                        server.request(ask.events() + "/stream?after=-1&entityId=" + encoded)
                                .build(),
                        BodyHandlers.ofLines())
                .thenApply(answer -> {
                    try (var lines = answer.body()) {
                        return lines.filter(line -> line.startsWith("data: "))
                                .findFirst()
                                .orElse("nothing");
                    }
                })
                .orTimeout(60, TimeUnit.SECONDS)
                .join();

        assertTrue(first.contains("\"id\":\"" + id + "\""), first);
    }

    @Test
    void a_body_in_an_encoding_that_nobody_decodes_is_refused() {
        var answer = server.send(server.request(ask.events())
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "br")
                .POST(BodyPublishers.ofString("{\"type\":\"a.x\"}"))
                .build());

        assertEquals(415, answer.statusCode(), answer.body());
        assertEquals("Content-Encoding", text(answer, "/where"));
    }
}
