package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What appending and reading promise over HTTP, whatever the database. */
abstract class EventsContract {

    private static final String ANY_EVENT =
            "{\"type\":\"document.uploaded\",\"entity\":{\"id\":\"doc-1\"},\"payload\":{\"title\":\"Annual Report\"}}";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void an_appended_event_is_answered_with_a_receipt() {
        var receipt = ask.append(ANY_EVENT);

        assertEquals(201, receipt.statusCode(), receipt.body());
        assertEquals(1, number(receipt, "/position"));
        assertEquals(1, number(receipt, "/id/version"));
        assertEquals("document", text(receipt, "/entity/type"));
        assertEquals("doc-1", text(receipt, "/entity/id"));
        assertEquals(1, number(receipt, "/entity/version"));
        assertTrue(text(receipt, "/digest").matches("sha256:[0-9a-f]{64}"), receipt.body());
        assertTrue(text(receipt, "/recordedAt").matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z"));
        assertEquals(ask.events() + "/" + text(receipt, "/id/id"), header(receipt, "Location"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"document.uploaded \"}",
                "{\"type\":\"a.b\",\"id\":{\"id\":\"e-1 \"}}",
                "{\"type\":\"a.b\",\"entity\":{\"type\":\"document\",\"id\":\"doc-1 \"}}",
                "{\"type\":\"a.b\",\"links\":[{\"type\":\"of\",\"targetEvent\":{\"id\":\"e-1 \"}}]}",
                "{\"events\":[{\"type\":\"a.b\"}],\"expect\":[{\"entity\":{\"type\":\"document\",\"id\":\"doc-1 \"},\"version\":\"none\"}]}",
                "{\"events\":[{\"type\":\"a.b\"}],\"expect\":[{\"entity\":{\"type\":\"a\\u0000b\",\"id\":\"1\"},\"version\":\"none\"}]}"
            })
    void no_name_ends_with_a_space_or_has_what_no_name_has(String body) {
        var answer = ask.append(body);

        assertEquals(422, answer.statusCode(), answer.body());
        assertEquals("urn:trove:problem:invalid", text(answer, "/type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?entityId=doc-1%20",
                "?type=document.uploaded%20",
                "?entityType=document%20",
                "/e-1%20",
                "/e-1%20/links",
                "/../entities/document/doc-1%20",
                "/../entities/document/doc-1%20/events"
            })
    void what_has_the_same_name_but_for_a_space_is_not_found(String address) {
        ask.append(ANY_EVENT.replace("{\"type\"", "{\"id\":{\"id\":\"e-1\"},\"type\""));

        var answer = ask.get(ask.events().replaceAll("/events$", "") + ("/events" + address).replace("/events/..", ""));

        assertTrue(
                answer.statusCode() == 400
                        || answer.statusCode() == 404
                        || json(answer).at("/items").orElseThrow().items().isEmpty(),
                answer.body());
    }

    @Test
    void an_event_is_read_as_it_is_kept_under_its_digest() {
        var receipt = ask.append(ANY_EVENT);

        var read = ask.get(header(receipt, "Location"));

        assertEquals(200, read.statusCode());
        assertTrue(
                read.body().startsWith("{\"position\":1,\"actor\":{\"id\":\"admin\",\"type\":\"user\"},"), read.body());
        assertEquals("Annual Report", text(read, "/payload/title"));
        assertEquals(text(receipt, "/recordedAt"), text(read, "/recordedAt"));
        assertEquals("\"" + text(receipt, "/digest") + "\"", header(read, "ETag"));
        assertTrue(header(read, "Cache-Control").startsWith("private"));
        assertTrue(header(read, "Vary").startsWith("Accept, Authorization"));
    }

    @Test
    void who_has_the_event_already_is_told_that_it_still_holds() {
        var receipt = ask.append(ANY_EVENT);
        var known = "\"" + text(receipt, "/digest") + "\"";

        var again = server().send(server().request(header(receipt, "Location"))
                .header("If-None-Match", "\"another\", " + known)
                .build());

        assertEquals(304, again.statusCode());
        assertEquals("", again.body());
        assertEquals(known, header(again, "ETag"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "a b+c?d#e%2F;f=g", "../up", "ü–😀", "//", "a\\b", ".", "source#id"})
    void an_id_may_hold_what_an_address_may_not(String id) {
        var receipt = ask.append(Json.object(Map.of("type", "document.uploaded", "id", Map.of("id", id, "version", 1)))
                .toString());

        assertEquals(201, receipt.statusCode(), receipt.body());
        var read = ask.get(header(receipt, "Location"));
        assertEquals(200, read.statusCode(), read.body());
        assertEquals(id, text(read, "/id/id"));
    }

    @Test
    void the_same_request_sent_twice_has_one_effect_and_the_same_answer() {
        var first = ask.appendWithKey("once", ANY_EVENT);
        var again = ask.appendWithKey("once", ANY_EVENT);
        var other = ask.appendWithKey("once", "{\"type\":\"document.deleted\"}");

        assertEquals(first.body(), again.body());
        assertEquals("", header(first, "Idempotency-Replayed"));
        assertEquals("true", header(again, "Idempotency-Replayed"));
        assertEquals(409, other.statusCode(), other.body());
        assertEquals(2, items(ask.get(ask.events())).size());
    }

    @Test
    void pages_lead_from_the_newest_event_to_the_first_and_miss_none() {
        for (int i = 0; i < 6; i++) {
            ask.append(ANY_EVENT);
        }

        var seen = new ArrayList<Long>();
        var page = ask.get(ask.events() + "?limit=3");
        assertEquals(
                "<" + ask.events() + "?limit=3&cursor=" + text(page, "/next") + ">; rel=\"next\"",
                header(page, "Link"));
        seen.addAll(positions(page));
        ask.append(ANY_EVENT);
        while (json(page).member("next").isPresent()) {
            page = ask.get(ask.events() + "?limit=3&cursor=" + text(page, "/next"));
            seen.addAll(positions(page));
        }

        assertEquals(LongStream.of(6, 5, 4, 3, 2, 1, 0).boxed().toList(), seen, "what came meanwhile moves no page");
    }

    @Test
    void a_page_holds_the_events_as_they_are_kept() {
        var receipt = ask.append(ANY_EVENT);

        var page = ask.get(ask.events());
        var event = ask.get(header(receipt, "Location"));

        assertTrue(page.body().startsWith("{\"items\":[" + event.body() + ","), page.body());
        assertFalse(json(page).member("next").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=1001", "limit=-1", "limit=many", "limit=99999999999", "cursor=anything"})
    void a_page_out_of_bounds_is_refused(String query) {
        var answer = ask.get(ask.events() + "?" + query);

        assertEquals(400, answer.statusCode(), answer.body());
        assertEquals("application/problem+json", header(answer, "Content-Type"));
    }

    @Test
    void a_cursor_of_one_ledger_is_worth_nothing_in_another() {
        ask.append(ANY_EVENT);
        var cursor = text(ask.get(ask.events() + "?limit=1"), "/next");
        var other = Ask.freshLedger(server());

        assertNotEquals("", cursor);
        assertEquals(400, other.get(other.events() + "?cursor=" + cursor).statusCode());
    }

    @Test
    void an_event_that_is_not_there_is_not_found() {
        var answer = ask.get(ask.events() + "/nobody");

        assertEquals(404, answer.statusCode());
        assertEquals("urn:trove:problem:event-unknown", text(answer, "/type"));
    }

    private static List<Json> items(HttpResponse<String> page) {
        return json(page).member("items").orElseThrow().items();
    }

    private static List<Long> positions(HttpResponse<String> page) {
        return items(page).stream()
                .map(item -> item.member("position").orElseThrow().integer().orElseThrow())
                .toList();
    }
}
