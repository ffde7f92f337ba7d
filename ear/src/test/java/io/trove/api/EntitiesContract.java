package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What entities promise over HTTP, whatever the database. */
abstract class EntitiesContract {

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void an_entity_is_created_changed_and_deleted_by_events() {
        var created = send("POST", entity("book/1"), "{\"title\":\"Moby\",\"year\":1851,\"tags\":[\"sea\"]}");
        assertEquals(201, created.statusCode(), created.body());
        assertEquals("\"v1\"", header(created, "ETag"));
        assertEquals("book.created", text(ask.get(header(created, "Location")), "/type"));
        var patched = send("PATCH", entity("book/1"), "{\"title\":\"Moby Dick\",\"year\":null}");
        assertEquals("{\"tags\":[\"sea\"],\"title\":\"Moby Dick\"}", state(patched));
        assertEquals(
                "{\"entityType\":\"book\",\"newData\":{\"title\":\"Moby Dick\"},\"previousData\":{\"title\":\"Moby\",\"year\":1851}}",
                json(ask.get(header(patched, "Location")))
                        .member("payload")
                        .orElseThrow()
                        .toString());
        assertEquals("", header(send("PATCH", entity("book/1"), "{\"title\":\"Moby Dick\"}"), "Location"));
        var deleted = send("DELETE", entity("book/1"), "");
        assertEquals(200, deleted.statusCode(), deleted.body());
        var read = ask.get(entity("book/1"));
        assertEquals("true", at(read, "/deleted"));
        assertEquals(3, number(read, "/version"));
        assertEquals(1851, number(read, "/initial/year"));
        assertEquals(
                404, send("PATCH", entity("book/1"), "{\"title\":\"Again\"}").statusCode());
        assertEquals(409, send("POST", entity("book/1"), "{}").statusCode());
        assertEquals(404, ask.get(entity("book/2")).statusCode());
        var again = ask.post(entity("k"), "{}").header("Idempotency-Key", "once");
        assertEquals(
                header(server().send(again.build()), "Location"), header(server().send(again.build()), "Location"));
    }

    @Test
    void a_change_is_refused_when_the_entity_is_not_as_it_was_seen() {
        send("POST", entity("o1"), "{\"n\":1}");
        var moved = server().send(server().request(entity("o1"))
                .header("Content-Type", "application/merge-patch+json")
                .header("If-Match", "\"v7\"")
                .method("PATCH", BodyPublishers.ofString("{\"n\":2}"))
                .build());
        assertEquals(412, moved.statusCode(), moved.body());
        assertEquals("urn:trove:problem:entity-moved", text(moved, "/type"));
        var changed = server().send(server().request(entity("o1"))
                .header("Content-Type", "application/json")
                .header("If-Match", "\"v1\"")
                .method("PATCH", BodyPublishers.ofString("{\"n\":2}"))
                .build());
        assertEquals("\"v2\"", header(changed, "ETag"));
        var known = server().send(server().request(entity("o1"))
                .header("If-None-Match", "\"v2\"")
                .GET()
                .build());
        assertEquals(304, known.statusCode());
    }

    @Test
    void an_entity_is_seen_at_a_position_a_version_and_a_time() {
        for (var n : List.of(1, 2, 3)) {
            ask.append("""
                    {"type":"book.updated","createdAt":"2024-01-0%dT00:00:00Z","entity":{"type":"book","id":"b"},"payload":{"n":%d}}""".formatted(n, n));
        }
        assertEquals("{\"n\":2}", state(ask.get(entity("b") + "?at=p2")));
        assertEquals("{\"n\":1}", state(ask.get(entity("b") + "?at=v1")));
        assertEquals("{\"n\":2}", state(ask.get(entity("b") + "?atCreated=2024-01-02T12:00:00Z")));
        var time = text(ask.get(entity("b") + "?at=v2"), "/last/recordedAt");
        assertEquals(2, number(ask.get(entity("b") + "?at=" + time), "/version"));
        assertEquals(404, ask.get(entity("b") + "?at=v9").statusCode());
        assertEquals(404, ask.get(entity("b") + "?at=p0").statusCode());
        assertEquals(400, ask.get(entity("b") + "?at=yesterday").statusCode());
        var difference = ask.get(entity("b") + "/diff?from=v1&to=v3");
        assertEquals("/state/n", text(difference, "/changes/0/path"));
        assertEquals(3, number(difference, "/changes/0/value"));
    }

    @Test
    void what_happened_to_an_entity_is_told_page_by_page() {
        send("POST", entity("b"), "{\"title\":\"Moby\"}");
        send("PATCH", entity("b"), "{\"title\":\"Moby Dick\"}");
        send("POST", entity("b") + "/relations", "{\"type\":\"by\",\"target\":{\"type\":\"author\",\"id\":\"hm\"}}");
        var audit = ask.get(entity("b") + "/audit?limit=2");
        assertEquals("book.created", text(audit, "/items/0/action"));
        assertEquals("admin", text(audit, "/items/0/userId"));
        assertEquals("/state/title", text(audit, "/items/1/changes/0/path"));
        var rest = ask.get(entity("b") + "/audit?limit=2&cursor=" + text(audit, "/next"));
        assertEquals("entity.linked", text(rest, "/items/0/action"));
        assertEquals("", text(rest, "/next"));
        assertEquals(
                400,
                ask.get(entity("c") + "/audit?cursor=" + text(audit, "/next")).statusCode());
        var timeline = ask.get(entity("b") + "/timeline");
        assertEquals("[\"/state/title\"]", at(timeline, "/items/1/changed"));
        var history = ask.get(entity("b") + "/history?limit=2");
        assertEquals("book.updated", text(history, "/items/1/type"));
        assertEquals(
                "entity.linked",
                text(ask.get(entity("b") + "/history?cursor=" + text(history, "/next")), "/items/0/type"));
    }

    @Test
    void both_ends_of_a_relation_find_it() {
        send("POST", entity("b"), "{}");
        var made = send(
                "POST", entity("b") + "/relations", "{\"type\":\"by\",\"target\":{\"type\":\"author\",\"id\":\"hm\"}}");
        assertEquals(201, made.statusCode(), made.body());
        assertEquals("hm", text(ask.get(entity("b") + "/relations"), "/items/0/target/id"));
        var author = ask.get(entities() + "/author/hm");
        assertEquals("b", text(author, "/relations/0/source/id"));
        assertEquals(0, number(author, "/version"));
        send("DELETE", entity("b") + "/relations/by/author/hm", "");
        assertEquals("[]", at(ask.get(entities() + "/author/hm"), "/relations"));
    }

    @Test
    void groups_and_their_members_are_what_datacollect_says() {
        ask.append(
                "{\"type\":\"create-group\",\"entity\":{\"type\":\"group\",\"id\":\"g\"},\"payload\":{\"name\":\"Family\","
                        + "\"members\":[{\"guid\":\"i1\",\"name\":\"Ann\"},{\"guid\":\"i2\",\"name\":\"Bob\"}]}}");
        var group = ask.get(entities() + "/group/g");
        assertEquals("[\"i1\",\"i2\"]", at(group, "/memberIds"));
        assertEquals("{\"name\":\"Family\"}", state(group));
        assertEquals("Bob", text(ask.get(entities() + "/individual/i2"), "/state/name"));
        ask.append(
                "{\"type\":\"remove-member\",\"entity\":{\"type\":\"group\",\"id\":\"g\"},\"payload\":{\"memberId\":\"i1\"}}");
        assertEquals(404, ask.get(entities() + "/group/i1").statusCode());
        ask.append("{\"type\":\"delete-entity\",\"entity\":{\"type\":\"group\",\"id\":\"g\"}}");
        assertEquals("false", at(ask.get(entities() + "/individual/i1"), "/deleted"));
        assertEquals("g", text(ask.get(entities() + "/individual/i2"), "/deletedWith/id"));
        assertEquals("true", at(ask.get(entities() + "/individual/i2"), "/deleted"));
    }

    @Test
    void a_schema_says_how_its_events_fold_and_a_fold_that_fails_stops_its_own_entity_alone() {
        send("PUT", base() + "/schemas/account.deposited/versions/1", """
                {"schema": {}, "fold": {"default": "{'balance': (has(state.balance) ? state.balance : 0) + event.payload.amount}",
                                        "count": "{'count': (has(state.count) ? state.count : 0) + 1}"}}""");
        ask.append("{\"type\":\"account.created\",\"entity\":{\"type\":\"account\",\"id\":\"a\"},\"payload\":{}}");
        deposit("a", "7");
        assertEquals("{\"balance\":7}", state(ask.get(entities() + "/account/a")));
        assertEquals("{\"count\":1}", state(ask.get(entities() + "/account/a?as=count")));
        deposit("a", "\"much\"");
        deposit("a", "5");
        var parked = ask.get(entities() + "/account/a");
        assertEquals("{\"balance\":7}", state(parked));
        assertEquals(3 + 1, number(parked, "/parked/position"), parked.body());
        var retried = send("POST", entities() + "/account/a/retry", "");
        assertEquals(4, number(retried, "/parked/position"), retried.body());
        assertEquals(
                409, send("PATCH", entities() + "/account/a", "{\"balance\":0}").statusCode());
        assertEquals(
                409,
                send("POST", entities() + "/account/a/skip", "{\"position\":5,\"reason\":\"wrong\"}")
                        .statusCode());
        var skipped = send("POST", entities() + "/account/a/skip", "{\"position\":4,\"reason\":\"It was no amount\"}");
        assertEquals("{\"balance\":12}", state(skipped));
        Await.until(() ->
                text(ask.get(entities() + "?parked=true"), "/items/0/entity/id").isEmpty());
        assertEquals("It was no amount", text(ask.get(header(skipped, "Location")), "/payload/reason"));
        deposit("b", "1");
        assertEquals("[]", at(ask.get(entities() + "/account/b/timeline"), "/items"));
    }

    @Test
    void entities_are_listed_and_searched_as_of_a_position() {
        for (var year : List.of(1851, 1922, 1963)) {
            send("POST", entity("b" + year), "{\"title\":\"T" + year + "\",\"year\":" + year + ",\"tags\":[\"sea\"]}");
        }
        send("DELETE", entity("b1922"), "");
        var head = number(ask.get(entity("b1922")), "/last/position");
        Await.until(() -> number(list(""), "/asOf/position") >= head);
        assertEquals("b1851", text(list(""), "/items/0/entity/id"));
        assertEquals("b1963", text(list(""), "/items/1/entity/id"));
        assertEquals("b1922", text(list("&deleted=true"), "/items/1/entity/id"));
        assertEquals("b1963", text(list("&where.year[gt]=1851&where.tags[contains]=sea"), "/items/0/entity/id"));
        assertEquals("b1851", text(list("&where.year[between]=1800,1900"), "/items/0/entity/id"));
        assertEquals("", text(list("&where.title[in]=T1,T2"), "/items/0/entity/id"));
        var page = list("&limit=1");
        assertEquals("b1963", text(list("&limit=1&cursor=" + text(page, "/next")), "/items/0/entity/id"));
        assertEquals(400, list("&where.year[like]=1").statusCode());
        assertEquals(400, ask.get(entities()).statusCode());
    }

    private HttpResponse<String> list(String more) {
        return ask.get(entities() + "?type=book" + more.replace("[", "%5B").replace("]", "%5D"));
    }

    private void deposit(String account, String amount) {
        var answer = ask.append("{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"" + account
                + "\"},\"payload\":{\"amount\":" + amount + "}}");
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private static String state(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() < 300, answer.body());
        return at(answer, "/state");
    }

    private static String at(HttpResponse<String> answer, String pointer) {
        return json(answer).at(pointer).map(Json::toString).orElse("");
    }

    private String base() {
        return "/api/" + ask.organization() + "/development";
    }

    private String entities() {
        return base() + "/entities";
    }

    private String entity(String id) {
        return entities() + "/book/" + id.replace("/", "%2F");
    }

    private HttpResponse<String> send(String method, String path, String body) {
        return server().send(server().request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }
}
