package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A disk that takes nothing more: no file of the server may become longer (RLIMIT_FSIZE), which writes meet as they meet a full disk. */
@EnabledOnOs(OS.LINUX)
class FullDiskIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Of whole pages of the database: on a full disk too, what is there already can be written over. */
    private static final int PAGES = 64 * 8192;

    private static final String LEDGER = "/api/demo/development";
    private static final String EVENTS = LEDGER + "/events";

    @Test
    void is_told_loses_nothing_and_needs_no_restart() throws Exception {
        try (Server server = Site.onDerby().start()) {
            long before = size(server);
            limit(server, PAGES + ":");
            HttpResponse<String> refused = append(server, "0");
            for (int i = 0; i < 3; i++) {
                assertUnavailable(refused);
                assertUnavailable(server.get(EVENTS + "?limit=1"));
                refused = append(server, Integer.toString(i));
            }
            limit(server, "unlimited:");

            for (int i = 0; i < 3; i++) {
                String key = Integer.toString(i);
                Await.until(PATIENCE, () -> append(server, key).statusCode() == 201);
            }
            assertEquals(before + 3, size(server));
        }
    }

    private static void assertUnavailable(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("store-unavailable"), answer.body());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
    }

    private static HttpResponse<String> append(Server server, String key) {
        return server.send(server.request(EVENTS)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString("{\"type\": \"a\", \"payload\": \"" + "x".repeat(20_000) + "\"}"))
                .build());
    }

    private static long size(Server server) {
        return Json.parse(server.get(LEDGER).body().getBytes(StandardCharsets.UTF_8))
                .at("/size")
                .orElseThrow()
                .integer()
                .orElseThrow();
    }

    private static void limit(Server server, String bytes) throws IOException, InterruptedException {
        var command = new ProcessBuilder("prlimit", "--pid", Long.toString(server.pid()), "--fsize=" + bytes);
        assertEquals(0, command.inheritIO().start().waitFor());
    }
}
