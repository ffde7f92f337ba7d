package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The ways into a ledger with a key: each answers with the numbers of the events {@code x0}, {@code x1}, … that it shows. */
record Ways(Server server, String ledger, String key) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long STREAM_SECONDS_MAX = 30;
    private static final Duration FOLLOWED_MAX = Duration.ofSeconds(60);

    HttpResponse<String> ask(String path) {
        return server.send(asking(path).build());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(server.uri(ledger + path)).header("Authorization", "Bearer " + key);
    }

    /** Page by page, in the order of the pages. */
    List<Integer> pages(String question) {
        var found = new ArrayList<Integer>();
        String next = "";
        do {
            Json page = json(ask("/events?limit=7" + question + next));
            page.member("items").orElseThrow().items().forEach(item -> found.add(number(item, "/id/id")));
            next = page.member("next")
                    .flatMap(Json::text)
                    .map("&cursor="::concat)
                    .orElse("");
        } while (!next.isEmpty());
        return found;
    }

    List<Integer> lines() {
        HttpResponse<String> answer = server.send(asking("/events?order=asc")
                .header("Accept", "application/x-ndjson")
                .build());
        return answer.body()
                .lines()
                .map(line -> number(Json.parse(line.getBytes(StandardCharsets.UTF_8)), "/id/id"))
                .toList();
    }

    /** The first so many that a follower is told from the beginning. */
    List<Integer> followed(int count) {
        CompletableFuture<List<Integer>> first = HTTP.sendAsync(
                        asking("/events/stream?after=-1").build(), BodyHandlers.ofLines())
                .thenApply(answer -> {
                    try (var lines = answer.body()) {
                        return lines.filter(line -> line.startsWith("data: "))
                                .limit(count)
                                .map(line -> Json.parse(line.substring(6).getBytes(StandardCharsets.UTF_8)))
                                .map(event -> number(event, "/id/id"))
                                .toList();
                    }
                });
        return first.orTimeout(STREAM_SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    Set<Integer> history(String entity) {
        return numbers("/entities/thing/" + entity + "/events?limit=100", "items", "/id/id");
    }

    /** As soon as the list is of so many events. */
    Set<String> entities(long followed) {
        Await.until(
                FOLLOWED_MAX,
                () -> Long.parseLong(listed().at("/asOf/position").orElseThrow().toString()) >= followed - 1);
        return listed().member("items").orElseThrow().items().stream()
                .map(item -> text(item, "/entity/id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Json listed() {
        return json(ask("/entities?type=thing&limit=100"));
    }

    Set<Integer> linked(String id) {
        return numbers("/events/" + id + "/links?direction=out&limit=100", "items", "/target/id");
    }

    Set<Integer> reached(String id, String direction) {
        return numbers("/events/" + id + "/graph?depth=32&limit=1000&direction=" + direction, "nodes", "/id");
    }

    /** One file about everything that is seen. */
    byte[] evidence() {
        HttpResponse<String> answer = server.send(asking("/evidence")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"filter\": {\"type\": \"thing.*\"}, \"limit\": 100}"))
                .build());
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    Optional<String> size() {
        return json(ask("")).member("size").map(Json::toString);
    }

    private Set<Integer> numbers(String path, String list, String pointer) {
        return json(ask(path)).member(list).orElseThrow().items().stream()
                .map(item -> number(item, pointer))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int number(Json item, String pointer) {
        return Integer.parseInt(text(item, pointer).substring(1));
    }

    static String text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text).orElseThrow();
    }

    static Json json(HttpResponse<String> answer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
