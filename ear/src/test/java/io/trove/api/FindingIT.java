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
import io.trove.server.Shared;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What finding events promises over HTTP; that each filter finds what it should is tested where filters are. */
class FindingIT {

    private static final String STARTED =
            "{\"type\":\"session.started\",\"entity\":{\"id\":\"s/%d\"},\"payload\":{\"n\":%d},\"indexBy\":{\"who\":\"Jane Smith\"}}";
    private static final String UPLOADED =
            "{\"type\":\"document.uploaded\",\"entity\":{\"id\":\"d\"},\"createdAt\":\"2024-03-15T10:30:00+01:00\"}";

    private final Server server = Shared.onDerby();
    private Ask ask;

    @BeforeEach
    void a_ledger_of_seven() {
        ask = Ask.freshLedger(server);
        for (int i = 0; i < 2; i++) {
            ask.append(STARTED.formatted(i, i));
            ask.append(UPLOADED);
            ask.append(STARTED.formatted(i, i + 10));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?type=session.* | 6 4 3 1",
                "?type=session.*&order=asc | 1 3 4 6",
                "?type=document.uploaded&type=ledger.created | 5 2 0",
                "?index.who=Jane%20Smith&payload.n=11 | 6",
                "?until=2024-03-15T09:30:00.000001Z | 5 2",
                "?until=1710495000000 |",
                "?since=2024-03-15T09:30:00%2B00:00&type=document.* | 5 2",
                "?after=2&before=5 | 4 3",
                "?actorId=admin&entityId=s/1 | 6 4",
                "?producer=nobody |"
            })
    void a_filter_finds_what_it_means(String query, String positions) {
        var page = ask.get(ask.events() + query);

        assertEquals(200, page.statusCode(), page.body());
        assertEquals(positions == null ? "" : positions, String.join(" ", positions(page)), page.body());
        assertFalse(json(page).member("next").isPresent(), page.body());
    }

    @Test
    void pages_of_a_filter_follow_their_link_and_no_other_filter_takes_the_cursor() {
        var seen = new ArrayList<String>();
        var page = ask.get(ask.events() + "?limit=1&type=session.*&order=asc");
        var cursor = text(page, "/next");
        seen.addAll(positions(page));
        while (!header(page, "Link").isEmpty()) {
            var link = header(page, "Link");
            page = ask.get(link.substring(1, link.indexOf('>')));
            assertEquals(200, page.statusCode(), page.body());
            seen.addAll(positions(page));
        }

        assertEquals(List.of("1", "3", "4", "6"), seen);
        for (String other : List.of("?type=session.started&order=asc", "?type=session.*", "")) {
            var refused = ask.get(ask.events() + other + (other.isEmpty() ? "?" : "&") + "cursor=" + cursor);
            assertEquals(400, refused.statusCode(), refused.body());
            assertEquals("urn:trove:problem:cursor-stale", text(refused, "/type"));
        }
    }

    @Test
    void a_whole_ledger_comes_as_lines() {
        var lines = lines("?order=asc");
        assertEquals("application/x-ndjson", header(lines, "Content-Type"));
        assertEquals(7, lines.body().lines().count());
        assertTrue(lines.body().endsWith("}\n"));
        assertEquals(
                List.of(0L, 1L, 2L, 3L, 4L, 5L, 6L),
                lines.body()
                        .lines()
                        .map(line -> Json.parse(line.getBytes(StandardCharsets.UTF_8)))
                        .map(event ->
                                event.member("position").orElseThrow().integer().orElseThrow())
                        .toList());
        assertEquals(2, lines("?type=document.uploaded").body().lines().count());
        assertEquals(3, lines("?limit=3").body().lines().count());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "typ=a",
                "order=up",
                "since=yesterday",
                "after=x",
                "order=asc&order=desc",
                "type=",
                "type=a%00b",
                "version=1"
            })
    void what_is_not_understood_is_a_problem_that_says_what(String query) {
        for (var answer : List.of(ask.get(ask.events() + "?" + query), lines("?" + query))) {
            assertEquals(400, answer.statusCode(), answer.body());
            assertEquals("application/problem+json", header(answer, "Content-Type"));
            assertTrue(text(answer, "/parameter").length() > 1, answer.body());
        }
    }

    @Test
    void an_event_is_read_at_its_position_and_in_each_of_its_versions() {
        ask.append("{\"type\":\"a.b\",\"id\":{\"id\":\"e\",\"version\":1}}");
        ask.append("{\"type\":\"a.b\",\"id\":{\"id\":\"e\",\"version\":2}}");

        var newest = ask.get(ask.events() + "/e");
        assertEquals(8, number(newest, "/position"));
        assertEquals(7, number(ask.get(ask.events() + "/e?version=1"), "/position"));
        var at = ask.get(ask.events() + "/at/8");
        assertEquals(newest.body(), at.body());
        assertEquals(header(newest, "ETag"), header(at, "ETag"));
        assertEquals(
                304,
                server.send(server.request(ask.events() + "/at/8")
                                .header("If-None-Match", header(at, "ETag"))
                                .build())
                        .statusCode());

        assertEquals(List.of("8", "7"), positions(ask.get(ask.events() + "/e/versions")));
        var first = ask.get(ask.events() + "/e/versions?limit=1");
        assertEquals(List.of("8"), positions(first));
        var second = ask.get(ask.events() + "/e/versions?limit=1&cursor=" + text(first, "/next"));
        assertEquals(List.of("7"), positions(second));
        assertFalse(json(second).member("next").isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/at/7", "/at/-1", "/at/99999999999", "/nobody/versions", "/nobody?version=2"})
    void what_is_not_there_is_not_found(String path) {
        var answer = ask.get(ask.events() + path);

        assertEquals(404, answer.statusCode(), answer.body());
        assertEquals("urn:trove:problem:event-unknown", text(answer, "/type"));
    }

    @Test
    void an_entitys_events_are_found_under_its_name() {
        var path = ask.events().replace("/events", "/entities/session/s%2F0/events");

        assertEquals(List.of("3", "1"), positions(ask.get(path)));
        assertEquals(List.of("1"), positions(ask.get(path + "?order=asc&limit=1")));
        assertEquals(List.of(), positions(ask.get(path.replace("session/", "document/"))));
    }

    @Test
    void a_ledger_tells_what_it_holds() {
        ask.get(ask.events() + "?typ=a");
        var told = ask.get(ask.events().replace("/events", ""));

        assertEquals(200, told.statusCode(), told.body());
        assertEquals(7, number(told, "/size"));
        assertEquals(3, number(told, "/depth"));
        assertEquals(4, number(told, "/byType/session.started"));
        assertEquals(2, number(told, "/byType/document.uploaded"));
        assertEquals(1, number(told, "/refusals/filter-refused"));
        assertEquals("2024-03-15T09:30:00.000000Z", text(told, "/firstCreatedAt"));
        assertEquals(text(ask.get(ask.events() + "/at/6"), "/recordedAt"), text(told, "/lastRecordedAt"));
        assertEquals(404, ask.get("/api/nobody/development").statusCode());
    }

    private HttpResponse<String> lines(String query) {
        return server.send(server.request(ask.events() + query)
                .header("Accept", "application/x-ndjson")
                .build());
    }

    private static List<String> positions(HttpResponse<String> page) {
        return json(page).member("items").orElseThrow().items().stream()
                .map(item -> item.member("position").orElseThrow().toString())
                .toList();
    }
}
