package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialectsIT {

    private final Server server = Shared.onDerby();
    private final Ask ask = Ask.freshLedger(server);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "trove       | {\"type\":\"a.x\",\"payload\":{\"n\":1},\"more\":true}",
                "consequent  | {\"type\":\"a.x\",\"_actorType\":\"a\",\"_actorId\":\"1\",\"_createdOn\":\"2024-03-15T10:30:00Z\",\"n\":1}",
                "datacollect | {\"guid\":\"g\",\"entityGuid\":\"e\",\"type\":\"create-individual\",\"data\":{\"n\":1},\"timestamp\":\"2024-03-15T10:30:00Z\",\"userId\":\"u\",\"version\":1}",
                "struere     | {\"eventType\":\"a.x\",\"entityId\":\"1\",\"entityTypeSlug\":\"b\",\"actorType\":\"user\",\"actorId\":\"jane\",\"payload\":{\"n\":1},\"createdAt\":1710498600000,\"organizationId\":\"o\"}",
                "common      | {\"eventType\":\"a.x.y\",\"module\":\"m\",\"message\":\"hello\",\"details\":{\"n\":1},\"own\":[1]}",
                "cloudevents | {\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"a.x\",\"subject\":\"q\",\"data\":{\"n\":1},\"own\":\"e\"}"
            })
    void what_is_written_in_a_dialect_is_read_in_it_again(String dialect, String document) {
        var type = "application/vnd.trove." + dialect + "+json";
        var receipt = sent(type, document);
        assertEquals(201, receipt.statusCode(), receipt.body());
        var address = header(receipt, "Location");

        var byType = accepting(address, type);
        var byName = ask.get(address + (address.contains("?") ? "&" : "?") + "dialect=" + dialect);

        assertEquals(type, header(byType, "Content-Type"));
        assertEquals(json(byType), json(byName));
        assertHas(json(byType), document);
        assertHas(first(ask.get(ask.events() + "?dialect=" + dialect + "&limit=1")), document);
        assertEquals(dialect.equals("trove"), header(byType, "ETag").startsWith("\"sha256:"), header(byType, "ETag"));
        assertEquals(304, sinceKnown(address, type, header(byType, "ETag")).statusCode());
    }

    @Test
    void several_documents_of_a_dialect_are_an_array_or_lines() {
        var lines = "{\"eventType\":\"a.x\"}\n{\"eventType\":\"a.y\"}\n";

        assertEquals(201, sent("application/vnd.trove.struere+json", lines).statusCode());
        assertEquals(
                201,
                sent("application/vnd.trove.struere+json", "[{\"eventType\":\"a.z\"}]")
                        .statusCode());
        assertEquals(
                201, send("?dialect=struere", "application/x-ndjson", lines).statusCode());
        var read = accepting(ask.events() + "?dialect=struere&limit=2", "application/x-ndjson");
        assertEquals(2, read.body().lines().count());
        assertTrue(read.body().lines().allMatch(line -> line.contains("\"eventType\":\"a.")), read.body());
    }

    @Test
    void a_cloudevent_is_taken_in_every_mode() {
        var event = "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/s\",\"type\":\"a.x\",\"data\":{\"n\":1}}";
        var binary = server.send(server.request(ask.events())
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "b")
                .header("ce-source", "/s")
                .header("ce-type", "a.x")
                .POST(BodyPublishers.ofString("{\"n\":1}"))
                .build());

        assertEquals("/s#b", text(binary, "/id/id"), binary.body());
        assertEquals("/s#s", text(sent("application/cloudevents+json", event.formatted("s")), "/id/id"));
        var batch = sent(
                "application/cloudevents-batch+json", "[" + event.formatted("1") + "," + event.formatted("2") + "]");
        assertEquals("/s#2", text(batch, "/events/1/id/id"), batch.body());
        var read = accepting(ask.events() + "?limit=2", "application/cloudevents-batch+json");
        assertEquals("2", text(read, "/0/id"), read.body());
    }

    @Test
    void an_open_entity_type_is_the_one_first_recorded() {
        var type = "application/vnd.trove.datacollect+json";
        sent(type, "{\"guid\":\"1\",\"entityGuid\":\"e\",\"type\":\"create-zebra\"}");
        sent(type, "{\"guid\":\"2\",\"entityGuid\":\"e\",\"type\":\"update-ant\"}");

        var approved = sent(type, "{\"guid\":\"3\",\"entityGuid\":\"e\",\"type\":\"approve\"}");
        var unknown = sent(type, "{\"guid\":\"4\",\"entityGuid\":\"nobody\",\"type\":\"approve\"}");

        assertEquals("zebra", text(approved, "/entity/type"), approved.body());
        assertEquals(422, unknown.statusCode());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "consequent  | {\"type\":\"a.x\",\"_createdOn\":\"yesterday\"}      | /_createdOn",
                "datacollect | {\"type\":\"create-x\",\"entityGuid\":\"\"}        | /entityGuid",
                "datacollect | {\"type\":\"approve\",\"entityGuid\":\"nobody\"}   | /entityGuid",
                "struere     | {\"payload\":1}                                  | /eventType",
                "common      | {\"eventType\":\"a.x\",\"_trove\":{\"links\":7}} | /_trove/links",
                "cloudevents | {\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/s\",\"type\":\"a.x\",\"time\":\"x\"} | /time"
            })
    void what_is_wrong_is_pointed_at_in_the_document_as_it_was_sent(String dialect, String document, String pointer) {
        var type = "application/vnd.trove." + dialect + "+json";

        assertEquals(pointer, text(sent(type, document), "/pointer"));
        assertEquals("/0" + pointer, text(sent(type, "[" + document + "]"), "/pointer"));
    }

    @Test
    void what_nobody_speaks_is_refused_with_what_is_known() {
        var written = sent("application/vnd.trove.klingon+json", "{}");
        var read = accepting(ask.events(), "text/html");
        var named = ask.get(ask.events() + "?dialect=klingon");

        assertEquals(415, written.statusCode());
        assertEquals(406, read.statusCode());
        assertTrue(
                written.body().contains("application/x-ndjson") && read.body().contains("application/x-ndjson"));
        assertEquals(400, named.statusCode());
        assertTrue(text(named, "/wanted").contains("struere"));
    }

    /** Members that no dialect has are under {@code extensions} in Trove's own. */
    private static void assertHas(Json whole, String document) {
        Json.parse(document.getBytes(StandardCharsets.UTF_8))
                .members()
                .forEach((name, value) -> assertEquals(
                        value,
                        whole.member(name)
                                .or(() -> whole.at("/extensions/" + name))
                                .orElse(Json.nul()),
                        name));
    }

    private static Json first(HttpResponse<String> page) {
        return json(page).at("/items/0").orElseThrow();
    }

    private HttpResponse<String> accepting(String path, String type) {
        return server.send(server.request(path).header("Accept", type).build());
    }

    private HttpResponse<String> sinceKnown(String path, String type, String tag) {
        return server.send(server.request(path)
                .header("Accept", type)
                .header("If-None-Match", tag)
                .build());
    }

    private HttpResponse<String> sent(String contentType, String body) {
        return send("", contentType, body);
    }

    private HttpResponse<String> send(String query, String contentType, String body) {
        return server.send(server.request(ask.events() + query)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }
}
