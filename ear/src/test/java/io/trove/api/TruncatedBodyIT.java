package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TruncatedBodyIT {

    private final Server server = Shared.onDerby();

    /** Of more than 200 bytes for each that is sent, no more are taken. */
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

        var answer = send(ask.events() + "/import", "gzip", packed.toByteArray());

        assertBroken(answer);
    }

    @Test
    void what_was_cut_off_while_compressed_is_not_appended() throws IOException {
        var ask = Ask.freshLedger(server);
        var before = size(ask);
        var whole = packed("{\"type\":\"a.x\"}\n".repeat(2));
        for (var missing : new int[] {1, 8, 9, 20}) {
            assertIncomplete(send(ask.events(), "gzip", Arrays.copyOf(whole, whole.length - missing)));
        }
        var sum = whole.clone();
        sum[sum.length - 6] ^= 1;
        assertIncomplete(send(ask.events(), "gzip", sum));
        assertIncomplete(send(ask.events(), "gzip", flushed()));
        assertIncomplete(send(ask.events(), "deflate", whole));
        assertBroken(send(ask.events() + "/import", "gzip", Arrays.copyOf(whole, whole.length - 8)));
        assertBroken(send(ask.events() + "/import", "gzip", flushed()));

        assertEquals(before, size(ask));
        assertEquals(201, send(ask.events(), "gzip", whole).statusCode());
        assertEquals(before + 2, size(ask));
    }

    @Test
    void a_form_that_was_cut_off_behind_its_last_part_is_not_appended() throws IOException {
        var ask = Ask.freshLedger(server);
        var form =
                packed("--b\r\nContent-Disposition: form-data; name=\"event\"\r\n\r\n{\"type\":\"a.x\"}\r\n--b--\r\n");

        for (var missing : new int[] {0, 8}) {
            var answer = server.send(server.request(ask.events())
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .header("Content-Encoding", "gzip")
                    .POST(BodyPublishers.ofByteArray(Arrays.copyOf(form, form.length - missing)))
                    .build());
            assertEquals(missing == 0 ? 201 : 400, answer.statusCode(), answer.body());
        }
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

    /** So ends what is sent by a client that flushes after each line and goes away. */
    private static byte[] flushed() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed, true)) {
            gzip.write("{\"type\":\"a.x\"}\n".getBytes(StandardCharsets.US_ASCII));
            gzip.flush();
            return packed.toByteArray();
        }
    }

    private static byte[] packed(String text) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return packed.toByteArray();
    }

    private HttpResponse<String> send(String path, String encoding, byte[] body) {
        var request = server.request(path)
                .header("Content-Type", "application/x-ndjson")
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body));
        return server.send(
                path.endsWith("/import")
                        ? request.header("Idempotency-Key", "k").build()
                        : request.build());
    }

    private static long size(Ask ask) {
        return Ask.number(ask.get(ask.events().replace("/events", "")), "/size");
    }

    private static void assertIncomplete(HttpResponse<String> answer) {
        assertEquals(400, answer.statusCode(), answer.body());
        assertTrue(Ask.text(answer, "/type").endsWith("body-incomplete"), answer.body());
    }

    private static void assertBroken(HttpResponse<String> answer) {
        var last = answer.body().lines().reduce((before, line) -> line).orElse("");
        assertTrue(last.contains("\"done\":false") && last.contains("body-incomplete"), last);
    }
}
