package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links, the graph and files, asked by somebody who sees one of two teachers' sessions, and by the administrator. */
class NarrowedIT {

    private static final String HOME = "/api/organizations/college";
    private static final String LEDGER = "/api/college/production";
    private static final String EVENTS = LEDGER + "/events";

    private static String ada;

    private static Server server() {
        return Shared.onDerby();
    }

    /** Ada's are a, b and d; c is Bob's. From d two ways lead to a, over b and over c; a link from b to a was said by Bob. */
    @BeforeAll
    static void a_college() {
        done(server().post("/api/organizations", "{\"name\": \"college\"}"));
        done(put(HOME + "/roles/teacher", """
                {"permissions": ["events.read", "events.append", "links.write", "files.read"],
                 "sees": [{"where": [{"field": "index.teacher", "eq": "principal.id"}]}]}"""));
        done(put(HOME + "/principals/ada", """
                {"type": "user", "roles": [{"role": "teacher", "environments": ["production"]}]}"""));
        HttpResponse<String> made = server().post(HOME + "/keys", "{\"principal\": \"ada\"}");
        ada = json(made).member("key").flatMap(Json::text).orElseThrow();
        done(server().post(
                        EVENTS,
                        "[%s,%s,%s,%s]"
                                .formatted(
                                        event("a", "ada", ""),
                                        event("b", "ada", ""),
                                        event("c", "bob", link("a")),
                                        event("d", "ada", link("b") + "," + link("c")))));
        done(server().post(LEDGER + "/links", """
                {"source": {"id": "b"}, "type": "parent", "target": {"id": "a"}}"""));
    }

    private static String event(String id, String teacher, String links) {
        return """
                {"type": "session.held", "id": {"id": "%s"}, "indexBy": {"teacher": "%s"}, "links": [%s],
                 "files": [{"id": "note", "contentType": "text/plain", "data": "aGVsbG8="}]}""".formatted(id, teacher, links);
    }

    private static String link(String target) {
        return "{\"type\": \"parent\", \"targetEvent\": {\"id\": \"%s\"}}".formatted(target);
    }

    @ParameterizedTest
    @CsvSource({
        "d/graph, b d, a b c d",
        "d/ancestors, b d, a b c d",
        "d/roots, b, a",
        "a/graph?direction=out, a, a",
        "a/graph?direction=in, a, a b c d",
        "a/descendants, a, a b c d"
    })
    void walks_pass_nothing_that_is_not_seen(String walk, String hers, String all) {
        assertEquals(names(hers), nodes(asAda("GET", EVENTS + "/" + walk, "")));
        assertEquals(names(all), nodes(server().get(EVENTS + "/" + walk)));
    }

    @Test
    void a_walk_begins_at_the_newest_version_that_is_seen() {
        done(server().post(
                        EVENTS,
                        "[%s,%s]"
                                .formatted(
                                        event("v", "ada", ""),
                                        event("v", "bob", "").replace("\"v\"}", "\"v\", \"version\": 2}"))));
        assertEquals(names("v"), nodes(asAda("GET", EVENTS + "/v/graph?direction=out", "")));
        assertEquals(404, asAda("GET", EVENTS + "/v/graph?version=2", "").statusCode());
        assertEquals(404, asAda("GET", EVENTS + "/c/graph", "").statusCode());
    }

    @Test
    void a_path_over_what_is_not_seen_is_none_and_an_end_that_is_not_seen_is_no_event() {
        assertEquals(names(""), nodes(asAda("GET", LEDGER + "/graph/path?from=d&to=a", "")));
        assertEquals(3, nodes(server().get(LEDGER + "/graph/path?from=d&to=a")).size());
        assertEquals(names(""), nodes(asAda("GET", LEDGER + "/graph/common-ancestors?of=d&and=a", "")));
        for (String path : new String[] {"/graph/path?from=d&to=c", "/graph/path?from=d&to=nobody"}) {
            HttpResponse<String> answer = asAda("GET", LEDGER + path, "");
            assertEquals(404, answer.statusCode());
            assertTrue(answer.body().contains("event-unknown"), answer.body());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/graphml+xml", "text/vnd.graphviz", "text/vnd.mermaid"})
    void no_form_of_a_graph_names_what_is_not_seen(String form) {
        HttpResponse<String> hers = server().send(request("Bearer " + ada, EVENTS + "/d/graph")
                .header("Accept", form)
                .build());
        assertEquals(200, hers.statusCode(), hers.body());
        assertFalse(hers.body().contains("\"c\"") || hers.body().contains(">c<"), hers.body());
    }

    @Test
    void links_from_and_to_what_is_not_seen_are_not_listed_and_cannot_be_made() {
        assertEquals(1, items(asAda("GET", EVENTS + "/d/links", "")));
        assertEquals(2, items(server().get(EVENTS + "/d/links")));
        assertEquals(0, items(asAda("GET", EVENTS + "/a/links?direction=in", "")));
        assertEquals(2, items(server().get(EVENTS + "/a/links?direction=in")));
        assertEquals(404, asAda("GET", EVENTS + "/c/links", "").statusCode());
        HttpResponse<String> unseen = asAda("POST", LEDGER + "/links", linking("c"));
        HttpResponse<String> missing = asAda("POST", LEDGER + "/links", linking("q"));
        assertEquals(422, unseen.statusCode(), unseen.body());
        assertEquals(said(missing, "q"), said(unseen, "c"));
        HttpResponse<String> appended = asAda("POST", EVENTS, event("e", "ada", link("c")));
        assertEquals(422, appended.statusCode(), appended.body());
    }

    @Test
    void a_link_of_what_is_not_seen_cannot_be_taken_away() {
        for (String link : new String[] {"source=d&type=parent&target=", "target=a&type=parent&source="}) {
            HttpResponse<String> unseen = asAda("DELETE", LEDGER + "/links?" + link + "c", "");
            HttpResponse<String> missing = asAda("DELETE", LEDGER + "/links?" + link + "q", "");
            assertEquals(422, unseen.statusCode(), unseen.body());
            assertEquals(said(missing, "q"), said(unseen, "c"));
        }
        assertEquals(2, items(server().get(EVENTS + "/d/links")));
    }

    private static String linking(String target) {
        return "{\"source\": {\"id\": \"d\"}, \"type\": \"x\", \"target\": {\"id\": \"%s\"}}".formatted(target);
    }

    @Test
    void a_file_of_an_event_that_is_not_seen_is_no_file() {
        assertEquals("hello", asAda("GET", EVENTS + "/a/files/note", "").body());
        HttpResponse<String> unseen = asAda("GET", EVENTS + "/c/files/note", "");
        HttpResponse<String> missing = asAda("GET", EVENTS + "/q/files/note", "");
        assertEquals(404, unseen.statusCode());
        assertEquals(said(missing, "q"), said(unseen, "c"));
        assertEquals("hello", server().get(EVENTS + "/c/files/note").body());
    }

    @Test
    void bytes_that_only_an_event_holds_that_is_not_seen_are_nobodys() {
        HttpResponse<String> uploaded = server().send(server().request(LEDGER + "/blobs")
                .PUT(BodyPublishers.ofString("Bob's own"))
                .build());
        String bobs = json(uploaded).member("data").flatMap(Json::text).orElseThrow();
        done(server().post(EVENTS, holding("h", "bob", bobs)));

        HttpResponse<String> unseen = asAda("POST", EVENTS, holding("i", "ada", bobs));
        String nobodys = "trove:sha256:" + "0".repeat(64);
        HttpResponse<String> missing = asAda("POST", EVENTS, holding("i", "ada", nobodys));
        assertEquals(422, unseen.statusCode(), unseen.body());
        assertEquals(said(missing, nobodys), said(unseen, bobs));

        done(server().post(EVENTS, holding("k", "ada", bobs)));
        done(asAda("POST", EVENTS, holding("i", "ada", bobs)));
        assertEquals("Bob's own", asAda("GET", EVENTS + "/i/files/note", "").body());
    }

    @Test
    void who_makes_what_they_do_not_see_has_its_receipt_each_time() {
        String path = LEDGER + "/entities/vehicle/v-1";
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> made = server().send(request("Bearer " + ada, path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "vehicle-1")
                    .POST(BodyPublishers.ofString("{\"wheels\": 4}"))
                    .build());
            assertEquals(201, made.statusCode(), made.body());
            assertEquals(Set.of("event"), json(made).members().keySet());
        }
        assertEquals(404, asAda("GET", path, "").statusCode());
    }

    private static String holding(String id, String teacher, String data) {
        return event(id, teacher, "").replace("aGVsbG8=", data);
    }

    /** The problem, whatever event and request it is about. */
    private static String said(HttpResponse<String> problem, String event) {
        return problem.body()
                .replaceAll("\"(instance|requestId)\":\"[^\"]*\"", "")
                .replace("got " + event, "got it")
                .replace("\\\"" + event + "\\\"", "it")
                .replace("\"" + event + "\"", "it");
    }

    private static Set<String> names(String names) {
        return names == null || names.isBlank() ? Set.of() : new TreeSet<>(Set.of(names.split(" ")));
    }

    private static Set<String> nodes(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        var names = new TreeSet<String>();
        for (Json node : json(answer).member("nodes").orElseThrow().items()) {
            names.add(node.at("/id").flatMap(Json::text).orElseThrow());
        }
        return names;
    }

    private static int items(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer).member("items").orElseThrow().items().size();
    }

    private static HttpResponse<String> asAda(String method, String path, String body) {
        return server().send(request("Bearer " + ada, path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    }

    private static HttpRequest.Builder request(String credentials, String path) {
        return HttpRequest.newBuilder(server().uri(path)).header("Authorization", credentials);
    }

    private static HttpResponse<String> put(String path, String json) {
        return server().send(server().request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json))
                .build());
    }

    private static void done(HttpResponse<String> answer) {
        assertTrue(answer.statusCode() / 100 == 2, answer.body());
    }

    private static Json json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
