package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.json;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Server;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What walks promise over HTTP, whatever the database; that they are exact is tested where links are. */
abstract class GraphContract {

    private Ask ask;

    abstract Server server();

    /** A diamond over a circle: d leads over b and c to a, which leads to itself over z. */
    @BeforeEach
    void a_graph() {
        ask = Ask.freshLedger(server());
        var appended = ask.append("[%s,%s,%s,%s,%s]"
                .formatted(
                        event("a", "reference>z"),
                        event("b", "parent>a"),
                        event("c", "parent>a"),
                        event("d", "parent>b", "parent>c"),
                        event("z", "reference>a")));
        assertEquals(201, appended.statusCode(), appended.body());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "d/graph | a2 b1 c1 d0 z3",
                "d/graph?direction=in | d0",
                "a/graph?direction=in&type=parent | a0 b1 c1 d2",
                "a/graph?direction=out&type=child | a0 b1 c1 d2",
                "d/graph?direction=out&type=parent | a2 b1 c1 d0",
                "d/ancestors | a2 b1 c1 d0",
                "a/descendants | a0 b1 c1 d2",
                "d/ancestors?type=reference | d0",
                "d/roots | a2",
                "a/roots | a0",
                "a/roots?type=reference |",
                "a/graph?type=reference&depth=32 | a0 z1"
            })
    void a_walk_reaches_each_event_once_at_its_least_distance(String walk, String reached) {
        var picture = walk("/events/" + walk);

        assertEquals(reached == null ? "" : reached, nodes(picture));
        assertFalse(json(picture).member("bounds").isPresent(), picture.body());
    }

    @Test
    void edges_are_those_between_the_events_that_are_reached() {
        assertEquals(
                List.of("b parent a", "c parent a", "d parent b", "d parent c"), edges(walk("/events/d/ancestors")));
        assertEquals(List.of(), edges(walk("/events/a/graph?depth=1&type=x")));
    }

    @Test
    void a_bound_is_named_with_where_to_go_on() {
        var deep = walk("/events/d/ancestors?depth=1");
        assertEquals("b1 c1 d0", nodes(deep));
        assertEquals("{\"depth\":1}", json(deep).member("bounds").orElseThrow().toString());
        assertEquals("b c", ids(deep, "open"));
        var wide = walk("/events/d/graph?limit=2");
        assertEquals("{\"limit\":2}", json(wide).member("bounds").orElseThrow().toString());
        assertEquals(2, json(wide).member("nodes").orElseThrow().items().size());
        for (var wrong : List.of(
                "depth=0",
                "depth=33",
                "limit=0",
                "limit=10001",
                "depth=x",
                "depth=99999999999",
                "direction=up",
                "at=-1",
                "type=")) {
            var refused = ask.get(path("/events/d/graph?" + wrong));
            assertEquals(400, refused.statusCode(), refused.body());
        }
    }

    @Test
    void the_graph_is_there_as_it_was() {
        var link = "{\"source\":\"z\",\"type\":\"parent\",\"target\":\"d\"}";
        var made = server().post(path("/links"), link);
        assertEquals("a3 b2 c2 d1 z0", nodes(walk("/events/z/ancestors")));
        var taken = server().send(server().request(path("/links?source=d&type=parent&target=b"))
                .DELETE()
                .build());

        assertEquals("a3 c2 d1 z0", nodes(walk("/events/z/ancestors")));
        assertEquals("a3 b2 c2 d1 z0", nodes(walk("/events/z/ancestors?at=" + number(made, "/event/position"))));
        assertEquals("z0", nodes(walk("/events/z/ancestors?at=" + (number(made, "/event/position") - 1))));
        assertEquals("a3 c2 d1 z0", nodes(walk("/events/z/ancestors?at=" + number(taken, "/event/position"))));
        assertEquals(404, ask.get(path("/events/z/graph?at=1")).statusCode());
        for (var beyond : List.of(number(taken, "/event/position") + 1, Long.MAX_VALUE)) {
            var now = walk("/events/z/ancestors?at=" + beyond);
            assertEquals("a3 c2 d1 z0", nodes(now));
            assertEquals(number(taken, "/event/position"), number(now, "/at"));
        }
    }

    @Test
    void two_events_are_asked_how_they_are_linked() {
        assertEquals("a2 d0", nodes(walk("/graph/path?from=d&to=a")).replaceAll("[bc]1 ", ""));
        assertEquals(2, edges(walk("/graph/path?from=d&to=a")).size());
        assertEquals("", nodes(walk("/graph/path?from=a&to=d&type=parent")));
        assertEquals(
                "a0 d2",
                nodes(walk("/graph/path?from=a&to=d&type=parent&direction=in")).replaceAll("[bc]1 ", ""));
        assertEquals("a0", nodes(walk("/graph/path?from=a&to=a")));
        var none = walk("/graph/path?from=d&to=a&depth=1");
        assertEquals("{\"depth\":1}", json(none).member("bounds").orElseThrow().toString());

        var common = walk("/graph/common-ancestors?of=b&and=c");
        assertEquals("a2", nodes(common));
        assertEquals(
                "[1,1]", json(common).at("/nodes/0/distances").orElseThrow().toString());
        assertEquals("a3 b1", nodes(walk("/graph/common-ancestors?of=b&and=d")));
        assertEquals(400, ask.get(path("/graph/path?from=a")).statusCode());
        assertEquals(404, ask.get(path("/graph/path?from=a&to=nobody")).statusCode());
        assertEquals(
                404, ask.get(path("/graph/common-ancestors?of=nobody&and=a")).statusCode());
    }

    @ParameterizedTest
    @CsvSource({
        "application/vnd.jgf+json, '{\"graph\":{', '\"bounds\":{\"depth\":1}'",
        "application/graphml+xml, <?xml, '\"bounds\":{\"depth\":1}'",
        "text/vnd.graphviz, digraph, 'This is not all (depth 1)'",
        "text/vnd.mermaid, flowchart, 'This is not all #40;depth 1#41;'"
    })
    void a_walk_is_written_as_it_is_accepted_with_the_bound_that_ended_it(
            String mediaType, String beginning, String ending) {
        var picture = server().send(server().request(path("/events/d/graph?depth=1"))
                .header("Accept", mediaType)
                .build());

        assertEquals(200, picture.statusCode(), picture.body());
        assertTrue(
                header(picture, "Content-Type").startsWith(mediaType),
                picture.headers().toString());
        assertTrue(picture.body().startsWith(beginning), picture.body());
        assertTrue(picture.body().contains(ending), picture.body());
        var image = server().send(server().request(path("/events/d/graph"))
                .header("Accept", "image/png")
                .build());
        assertEquals(406, image.statusCode());
        assertEquals("urn:trove:problem:not-acceptable", text(image, "/type"));
    }

    private static String event(String id, String... links) {
        var said = List.of(links).stream()
                .map(link -> "{\"type\":\"%s\",\"targetEvent\":{\"id\":\"%s\"}}"
                        .formatted(link.substring(0, link.indexOf('>')), link.substring(link.indexOf('>') + 1)))
                .collect(Collectors.joining(","));
        return "{\"type\":\"x\",\"id\":{\"id\":\"%s\"},\"links\":[%s]}".formatted(id, said);
    }

    private String path(String below) {
        return ask.events().replace("/events", "") + below;
    }

    private HttpResponse<String> walk(String below) {
        var answer = ask.get(path(below));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer;
    }

    private static String nodes(HttpResponse<String> picture) {
        return json(picture).member("nodes").orElseThrow().items().stream()
                .map(node -> name(node, "/id") + node.at("/distance").orElseThrow())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static String ids(HttpResponse<String> picture, String member) {
        return json(picture).member(member).orElseThrow().items().stream()
                .map(node -> name(node, "/id"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static List<String> edges(HttpResponse<String> picture) {
        return json(picture).member("edges").orElseThrow().items().stream()
                .map(edge -> name(edge, "/source/id") + " " + name(edge, "/type") + " " + name(edge, "/target/id"))
                .sorted()
                .toList();
    }

    private static String name(Json item, String pointer) {
        return item.at(pointer).flatMap(Json::text).orElseThrow();
    }
}
