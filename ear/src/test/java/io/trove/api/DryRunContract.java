package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What trying a schema on a long history promises over HTTP, whatever the database. */
abstract class DryRunContract {

    private static final int AT_ONCE_MAX = 4;
    private static final int EVENTS = 10_500;
    private static final String NUMBERED =
            "{\"schema\":{\"type\":\"object\",\"properties\":{\"n\":{\"type\":\"integer\",\"maximum\":10000}}}}";

    private Ask ask;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void a_long_dry_run_tells_how_far_it_is() {
        imported(IntStream.range(0, EVENTS)
                .mapToObj("{\"type\":\"note.kept\",\"payload\":{\"n\":%d}}"::formatted)
                .collect(Collectors.joining("\n")));
        var lines =
                dryRun("note.kept", NUMBERED).body().lines().map(Ask::parsed).toList();
        var told =
                lines.stream().filter(line -> line.at("/checked").isPresent()).toList();
        var counts = told.stream().map(line -> number(line, "/checked")).toList();
        assertTrue(counts.containsAll(List.of(5_000L, 10_000L)), counts.toString());
        assertEquals(counts.stream().sorted().toList(), counts);
        var end = told.get(told.size() - 1);
        assertEquals(Json.of(true), end.at("/done").orElseThrow());
        assertEquals(EVENTS, number(end, "/checked"));
        assertEquals(EVENTS - 10_001, number(end, "/failed"));
        assertEquals(100, lines.size() - told.size());
    }

    @Test
    void a_client_that_goes_away_leaves_its_place() throws IOException {
        var many = "[" + String.join(",", Collections.nCopies(1_000, "7")) + "]";
        imported(IntStream.range(0, 200)
                .mapToObj(i -> "{\"type\":\"list.kept\",\"payload\":" + many + "}")
                .collect(Collectors.joining("\n")));
        var texts = "{\"schema\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}}}";
        var silent = new ArrayList<Socket>();
        try {
            Await.until(() -> {
                silent.add(withoutReading("list.kept", texts));
                return silent.size() >= AT_ONCE_MAX
                        && dryRun("none.kept", texts).statusCode() == 429;
            });
        } finally {
            for (var socket : silent) {
                socket.close();
            }
        }
        Await.until(() -> dryRun("none.kept", texts).statusCode() == 200);
    }

    private Socket withoutReading(String type, String body) {
        var request = server().request(dryRuns(type)).build();
        var head =
                "POST %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(
                                dryRuns(type),
                                request.headers().firstValue("Authorization").orElseThrow(),
                                body.length(),
                                body);
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(4_096);
            socket.connect(new InetSocketAddress("localhost", request.uri().getPort()));
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return socket;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void imported(String lines) {
        var answer = server().send(server().request(ask.events() + "/import")
                .header("Idempotency-Key", "history")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines))
                .build());
        assertTrue(answer.body().contains("\"done\":true"), answer.body());
    }

    private HttpResponse<String> dryRun(String type, String schema) {
        return server().send(ask.post(dryRuns(type), schema).build());
    }

    private String dryRuns(String type) {
        return "/api/" + ask.organization() + "/development/schemas/" + type + "/dry-run";
    }

    private static long number(Json line, String pointer) {
        return line.at(pointer).orElseThrow().integer().orElseThrow();
    }
}
