package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TruncatedBodyIT {

    private final Server server = Shared.onDerby();

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
