package io.trove.api;

import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What links promise over HTTP, whatever the database; that each is bound as it should is tested where links are. */
abstract class LinksContract {

    private static final String TWO =
            "[{\"type\":\"a\",\"id\":{\"id\":\"a\"}},{\"type\":\"a\",\"id\":{\"id\":\"b/1\"}}]";
    private static final String LINK =
            "{\"source\":{\"id\":\"a\"},\"type\":\"reference\",\"target\":\"b/1\",\"metadata\":{\"page\":7}}";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void a_ledger_of_two() {
        ask = Ask.freshLedger(server());
        assertEquals(201, ask.append(TWO).statusCode());
    }

    @Test
    void an_event_is_linked_where_it_says_and_nowhere_when_there_is_no_such_event() {
        assertEquals(201, ask.append(linking("c", "parent", "a")).statusCode());
        var unknown = ask.append("[" + linking("d", "parent", "a") + "," + linking("e", "parent", "nobody") + "]");

        assertEquals(422, unknown.statusCode(), unknown.body());
        assertEquals("urn:trove:problem:link-target-unknown", text(unknown, "/type"));
        assertEquals("nobody", text(unknown, "/targetEvent/id"));
        assertEquals(1, number(unknown, "/index"));
        assertEquals(List.of("c parent a"), links("a", "?direction=in"));
        assertEquals(List.of("c parent a"), links("c", ""));
        assertEquals(List.of(), links("a", "?direction=out"));
        assertEquals(List.of("c parent a"), links("a", "?direction=out&type=child"));
        assertEquals(
                201,
                ask.append("[" + linking("f", "x", "g") + "," + linking("g", "y", "f") + "]")
                        .statusCode());
    }

    @Test
    void a_link_is_made_and_taken_away_once() {
        var made = server().post(path("/links"), LINK);
        assertEquals(201, made.statusCode(), made.body());
        assertEquals("link", text(made, "/event/entity/type"));
        var again = server().post(path("/links"), LINK.replace("\"b/1\"", "{\"id\":\"b/1\",\"version\":1}"));
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(json(made).at("/link"), json(again).at("/link"));
        assertFalse(json(again).member("event").isPresent());
        var listed = ask.get(path("/events/b%2F1/links"));
        assertEquals(7, number(listed, "/items/0/metadata/page"));
        assertEquals("event.linked", text(ask.get(path("/events/at/" + number(made, "/event/position"))), "/type"));

        assertEquals(201, server().post(path("/links"), LINK.replace("7", "8")).statusCode());
        assertEquals(8, number(ask.get(path("/events/a/links")), "/items/0/metadata/page"));

        var taken = delete("/links?source=a&type=reference&target=b%2F1", "");
        assertEquals(200, taken.statusCode(), taken.body());
        assertEquals(3, number(taken, "/event/entity/version"));
        assertEquals(List.of(), links("a", ""));
        var gone = delete("/links", LINK);
        assertEquals(200, gone.statusCode(), gone.body());
        assertFalse(json(gone).member("event").isPresent());
        assertEquals(201, server().post(path("/links"), LINK).statusCode());
        assertEquals(List.of("a reference b/1"), links("a", ""));
    }

    @Test
    void a_link_posted_as_an_event_is_the_same_link() {
        assertEquals(
                201,
                ask.append("{\"type\":\"event.linked\",\"payload\":" + LINK.replace("\"b/1\"", "{\"id\":\"b/1\"}")
                                + "}")
                        .statusCode());
        assertEquals(200, server().post(path("/links"), LINK).statusCode());
        assertEquals(
                201,
                ask.append("{\"type\":\"event.unlinked\",\"payload\":"
                                + "{\"source\":{\"id\":\"a\"},\"type\":\"reference\",\"target\":{\"id\":\"b/1\"}}}")
                        .statusCode());
        assertEquals(List.of(), links("a", ""));
        var unknown = ask.append("{\"type\":\"event.linked\",\"payload\":"
                + "{\"source\":{\"id\":\"nobody\"},\"type\":\"x\",\"target\":{\"id\":\"a\"}}}");
        assertEquals("urn:trove:problem:link-target-unknown", text(unknown, "/type"), unknown.body());
        var shapeless =
                ask.append("{\"type\":\"event.linked\",\"schema\":{\"id\":\"a\",\"version\":\"1\"},\"payload\":{}}");
        assertEquals("urn:trove:problem:link-refused", text(shapeless, "/type"), shapeless.body());
        assertEquals("/payload/type", text(shapeless, "/pointer"));
    }

    @Test
    void what_is_no_link_is_refused() {
        for (var wrong :
                List.of("{}", "[]", "{\"source\":\"a\",\"target\":\"b/1\"}", LINK.replace("7}", "7},\"x\":1"))) {
            var refused = server().post(path("/links"), wrong);
            assertEquals(422, refused.statusCode(), refused.body());
        }
        var automatic = server().post(path("/links"), LINK.replace("reference", "supersedes"));
        assertEquals("urn:trove:problem:link-refused", text(automatic, "/type"), automatic.body());
        var wide = server().post(path("/links"), LINK.replace("reference", "x".repeat(101)));
        assertEquals("/type", text(wide, "/pointer"), wide.body());
        assertEquals(400, ask.get(path("/events/a/links?direction=up")).statusCode());
        assertEquals(400, ask.get(path("/events/a/links?limit=1001")).statusCode());
        assertEquals(400, ask.get(path("/events/a/links?cursor=nonsense")).statusCode());
        assertEquals(404, ask.get(path("/events/nobody/links")).statusCode());
    }

    @Test
    void an_end_that_is_no_event_is_named_in_words_that_are_true_of_the_request() {
        var link = LINK.replace("b/1", "nobody");
        var made = server().post(path("/links"), link);
        assertEquals(422, made.statusCode(), made.body());
        assertEquals("nobody", text(made, "/targetEvent/id"));
        assertEquals(
                "There is no event \"nobody\" that you may see; append it before you link it", text(made, "/detail"));
        var none =
                "There is no event \"nobody\" that you may see; name the two events of the link that is to be taken away";
        for (var taken : List.of(
                delete("/links", link),
                delete(
                        "/links",
                        link.replace("\"a\"", "\"nobody\"").replace("\"target\":\"nobody\"", "\"target\":\"a\"")),
                delete("/links?source=a&type=reference&target=nobody", ""))) {
            assertEquals(422, taken.statusCode(), taken.body());
            assertEquals("urn:trove:problem:link-target-unknown", text(taken, "/type"));
            assertEquals("nobody", text(taken, "/targetEvent/id"));
            assertEquals(none, text(taken, "/detail"));
            assertFalse(json(taken).member("index").isPresent(), taken.body());
        }
        var own = delete("/links?source=a&type=supersedes&target=b%2F1", "");
        assertEquals(
                "Links of the type \"supersedes\" are Trove's own, and nobody else makes one or takes one away; use another type",
                text(own, "/detail"));
        var half = delete("/links?source=a&type=reference", "");
        assertEquals(400, half.statusCode(), half.body());
        assertEquals("target", text(half, "/parameter"));
    }

    @Test
    void a_ledger_may_let_links_wait_for_what_comes() {
        var set = server().send(server().request(path("/settings"))
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString("{\"links\":\"wait\"}"))
                .build());
        assertEquals("wait", text(set, "/links"), set.body());
        assertEquals(201, ask.append(linking("c", "parent", "later")).statusCode());
        assertEquals(
                "true",
                json(ask.get(path("/events/c/links")))
                        .at("/items/0/waiting")
                        .orElseThrow()
                        .toString());
        ask.append("{\"type\":\"a\",\"id\":{\"id\":\"later\"}}");
        assertEquals(List.of("c parent later"), links("later", ""));
        assertFalse(
                json(ask.get(path("/events/c/links"))).at("/items/0/waiting").isPresent());
    }

    @Test
    void an_import_brings_links_whose_targets_come_later() {
        var lines = linking("c", "parent", "d") + "\n" + linking("e", "parent", "never")
                + "\n{\"type\":\"a\",\"id\":{\"id\":\"d\"}}\n";
        var imported = server().send(server().request(path("/events/import"))
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
        assertTrue(imported.body().contains("\"appended\":3"), imported.body());
        assertEquals(List.of("c parent d"), links("d", ""));
        assertEquals(List.of("e parent never"), links("e", ""));
    }

    @Test
    void links_are_paged_and_a_cursor_is_of_its_question() {
        for (var i = 0; i < 3; i++) {
            ask.append(linking("c" + i, "parent", "a"));
        }
        var first = ask.get(path("/events/a/links?limit=2"));
        var next = text(first, "/next");
        assertEquals(2, json(first).member("items").orElseThrow().items().size());
        assertEquals(List.of("c2 parent a"), links("a", "?limit=2&cursor=" + next));
        var other = ask.get(path("/events/a/links?limit=2&direction=in&cursor=" + next));
        assertEquals("urn:trove:problem:cursor-stale", text(other, "/type"), other.body());
    }

    private static String linking(String id, String type, String target) {
        return "{\"type\":\"a\",\"id\":{\"id\":\"%s\"},\"links\":[{\"type\":\"%s\",\"targetEvent\":{\"id\":\"%s\"}}]}"
                .formatted(id, type, target);
    }

    private String path(String below) {
        return ask.events().replace("/events", "") + below;
    }

    private HttpResponse<String> delete(String below, String body) {
        return server().send(server().request(path(below))
                .method("DELETE", BodyPublishers.ofString(body))
                .build());
    }

    private List<String> links(String id, String query) {
        var answer = ask.get(path("/events/" + id + "/links" + query));
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer).member("items").orElseThrow().items().stream()
                .map(item -> name(item, "/source/id") + " " + name(item, "/type") + " " + name(item, "/target/id"))
                .toList();
    }

    private static String name(Json item, String pointer) {
        return item.at(pointer).flatMap(Json::text).orElseThrow();
    }
}
