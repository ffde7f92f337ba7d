package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Site;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many large requests at once, to a server with the heap that it is delivered with: they wait for each other. */
class LargeRequestsIT {

    private static final int AT_ONCE = 16;
    private static final int EVENTS = 14;
    private static final String LARGE = "x".repeat(1_000_000);

    private static Server server;

    @BeforeAll
    static void start() {
        server = Site.onDerby().start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void large_appends_pages_and_lists_at_the_same_time_are_served_or_told_to_come_again() throws Exception {
        Ask ask = Ask.freshLedger(server);
        byte[] batch = batch();
        var appends = new ArrayList<HttpRequest>();
        for (int i = 0; i < AT_ONCE; i++) {
            var body = i % 2 == 0
                    ? BodyPublishers.ofByteArray(batch)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(batch));
            appends.add(server.request(ask.events())
                    .header("Content-Type", "application/json")
                    .POST(body)
                    .build());
        }
        assertTrue(together(appends, 201) >= AT_ONCE / 4, "most appends were refused");
        String ledger = ask.events().replace("/events", "");
        for (String path : List.of(
                "/events?limit=1000",
                "/events?limit=1000&type=thing.created&order=asc",
                "/entities/thing/t0/history?limit=1000",
                "/entities/thing/t0",
                "/entities?type=thing&limit=1000",
                "/entities/thing/t1/audit")) {
            var reads = new ArrayList<HttpRequest>();
            for (int i = 0; i < AT_ONCE; i++) {
                reads.add(server.request(ledger + path).build());
            }
            assertTrue(together(reads, 200) >= AT_ONCE / 4, "most were refused: " + path);
        }
        assertEquals(200, ask.get(ask.events() + "?limit=1").statusCode());
        assertFalse(log().contains("OutOfMemoryError"), "memory ran out");
    }

    private static byte[] batch() {
        return IntStream.range(0, EVENTS)
                .mapToObj(i ->
                        "{\"type\":\"thing.created\",\"entity\":{\"type\":\"thing\",\"id\":\"t%d\"},\"payload\":{\"a\":\"%s\"}}"
                                .formatted(i, LARGE))
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Sends them all at once; how many were answered so. The others were told to come again. */
    private static long together(List<HttpRequest> requests, int status) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var answers = new ArrayList<CompletableFuture<HttpResponse<Void>>>();
        for (HttpRequest each : requests) {
            answers.add(http.sendAsync(each, BodyHandlers.discarding()));
        }
        int served = 0;
        for (var each : answers) {
            HttpResponse<Void> answer = each.get();
            if (answer.statusCode() == status) {
                served++;
            } else {
                assertEquals(429, answer.statusCode(), answer.uri().toString());
                assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
            }
        }
        return served;
    }

    private static String log() throws IOException {
        return Files.readString(
                Path.of(server.site().variables().get("WLP_OUTPUT_DIR"), "trove", "logs", "messages.log"));
    }
}
