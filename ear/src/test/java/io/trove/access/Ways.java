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

    /** In the order of the answer. */
    List<Integer> positions(String path) {
        return json(ask(path)).member("items").orElseThrow().items().stream()
                .map(item -> count(item, "position"))
                .toList();
    }

    /** As soon as the list is of so many events. */
    Set<String> entities(long followed, String question) {
        String path = "/entities?type=thing&limit=100" + question;
        Await.until(() -> Long.parseLong(
                        json(ask(path)).at("/asOf/position").orElseThrow().toString())
                >= followed - 1);
        return json(ask(path)).member("items").orElseThrow().items().stream()
                .map(item -> text(item, "/entity/id"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    Set<Integer> linked(String id) {
        return numbers("/events/" + id + "/links?direction=out&limit=100", "items", "/target/id");
    }

    Set<Integer> nodes(String path) {
        return numbers(path, "nodes", "/id");
    }

    /** Begins a job; its path. */
    String begin(String job) {
        Json begun = json(send("/jobs", "application/json", job));
        return "/jobs/" + count(begun, "id");
    }

    /** What a job wrote, as soon as it has. */
    String written(String job) {
        Await.until(() -> text(json(ask(job)), "/state").equals("finished"));
        return ask(job + "/file").body();
    }

    /** A page of the console, or what it lets one take along. */
    String console(String path) {
        HttpResponse<String> answer = page(path);
        assertEquals(200, answer.statusCode(), path);
        return answer.body();
    }

    HttpResponse<String> page(String path) {
        String address = "/console" + path + (path.contains("?") ? "&" : "?") + "ledger=" + ledger.substring(5);
        return server.send(HttpRequest.newBuilder(server.uri(address))
                .header("Authorization", "Bearer " + key)
                .build());
    }

    /** What became of these lines in all. */
    Json imported(String lines) {
        return line(imports(lines).lines().reduce((first, last) -> last).orElseThrow());
    }

    /** Which of these lines are refused, and why. */
    List<String> refused(String lines) {
        return imports(lines)
                .lines()
                .filter(line -> line.startsWith("{\"line\""))
                .toList();
    }

    private String imports(String lines) {
        HttpResponse<String> answer = send("/events/import", "application/x-ndjson", lines);
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private HttpResponse<String> send(String path, String type, String body) {
        return server.send(asking(path)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** One file about everything that is seen. */
    byte[] evidence() {
        HttpResponse<String> answer =
                send("/evidence", "application/json", "{\"filter\": {\"type\": \"thing.*\"}, \"limit\": 100}");
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

    static int number(Json item, String pointer) {
        return Integer.parseInt(text(item, pointer).substring(1));
    }

    static String text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text).orElseThrow();
    }

    static int count(Json json, String member) {
        return Integer.parseInt(json.member(member).orElseThrow().toString());
    }

    static Json line(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    static Json json(HttpResponse<String> answer) {
        return line(answer.body());
    }
}
