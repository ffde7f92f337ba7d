package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TruncatedBodyIT {

    private final Server server = Shared.onDerby();

    /** Of more than 200 bytes for each that is sent, the web server takes no more. */
    @Test
    void an_import_that_cannot_be_decompressed_further_says_so() throws IOException {
        var ask = Ask.freshLedger(server);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 8_000; i++) {
                gzip.write(("{\"type\":\"a.x\",\"payload\":\"" + UUID.randomUUID() + "x".repeat(9_000) + "\"}\n")
                        .getBytes(StandardCharsets.US_ASCII));
            }
        }

        var answer = server.send(server.request(ask.events() + "/import")
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", "k")
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build());

        var last = answer.body().lines().reduce((before, line) -> line).orElse("");
        assertTrue(last.contains("\"done\":false") && last.contains("body-incomplete"), last);
    }

    @Test
    void a_body_that_ends_too_early_is_a_problem_of_its_sender() throws IOException {
        var authorization = server.request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        var request = """
                POST /api/demo/development/events HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: application/json\r
                Content-Length: 100\r
                \r
                {"type":"a""".formatted(authorization);

        try (Socket socket = new Socket("localhost", server.site().port())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        }
    }
}
