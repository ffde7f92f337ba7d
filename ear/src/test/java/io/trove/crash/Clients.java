package io.trove.crash;

import io.trove.event.Json;
import io.trove.server.Server;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Clients that append until their server is gone, and remember what they were told. */
final class Clients {

    static final String EVENTS = "/api/demo/development/events";
    private static final int CLIENTS = 8;

    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private volatile boolean stopped;
    private final List<Thread> threads = new ArrayList<>();

    /** Starts clients of this server; each sends one request after the other. */
    void start(Server server, String round) {
        for (int client = 0; client < CLIENTS; client++) {
            String name = round + "-" + client;
            Thread thread = new Thread(() -> appendUntilGone(server, name));
            threads.add(thread);
            thread.start();
        }
    }

    private void appendUntilGone(Server server, String name) {
        for (int i = 0; !stopped; i++) {
            String key = name + "-" + i;
            try {
                HttpResponse<String> answer = send(server, key);
                if (answer.statusCode() == 201) {
                    acknowledged.put(key, answer.body());
                } else if (answer.statusCode() == 503) {
                    unanswered.add(key);
                } else {
                    surprises.add(answer.statusCode() + " " + answer.body());
                }
            } catch (UncheckedIOException gone) {
                unanswered.add(key);
                return;
            }
        }
    }

    /** One in three requests is a batch of five. */
    HttpResponse<String> send(Server server, String key) {
        HttpRequest request = server.request(EVENTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body(key)))
                .build();
        return server.send(request);
    }

    static int events(String key) {
        return Math.floorMod(key.hashCode(), 3) == 0 ? 5 : 1;
    }

    private static String body(String key) {
        String event =
                "{\"type\":\"client.updated\",\"entity\":{\"type\":\"client\",\"id\":\"%s\"},\"payload\":{\"key\":\"%s\"}}"
                        .formatted(key.substring(0, key.lastIndexOf('-')), key);
        return events(key) == 1
                ? event
                : "[" + String.join(",", java.util.Collections.nCopies(events(key), event)) + "]";
    }

    int acknowledgedCount() {
        return acknowledged.size();
    }

    Map<String, String> acknowledged() {
        return acknowledged;
    }

    Queue<String> unanswered() {
        return unanswered;
    }

    Queue<String> surprises() {
        return surprises;
    }

    /** Lets each client finish its request, and waits for them. */
    void stop() throws InterruptedException {
        stopped = true;
        join();
    }

    void join() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** The receipts of an answer, to one event or to several. */
    static List<Json> receipts(String body) {
        Json answer = Json.parse(body.getBytes(StandardCharsets.UTF_8));
        return answer.member("events").map(Json::items).orElse(List.of(answer));
    }

    /** The keys of the requests by which the events of the ledger came, by position, read page by page. */
    static List<Optional<String>> keysByPosition(Server server) {
        var keys = new ArrayList<Optional<String>>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            String cursor = next.get().isEmpty() ? "" : "&cursor=" + next.get();
            Json page = Json.parse(
                    server.get(EVENTS + "?limit=1000" + cursor).body().getBytes(StandardCharsets.UTF_8));
            for (Json event : page.member("items").orElseThrow().items()) {
                long position = event.member("position").orElseThrow().integer().orElseThrow();
                while (keys.size() <= position) {
                    keys.add(null);
                }
                keys.set((int) position, event.at("/payload/key").flatMap(Json::text));
            }
            next = page.member("next").flatMap(Json::text);
        }
        return keys;
    }
}
