package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A large file in a server with a heap of 512 MiB; {@code -Dfiles.bytes=1073741824} makes it one of a GiB. */
class FileCrashIT {

    private static final long SIZE = Long.getLong("files.bytes", 64L << 20);
    private static final Duration MAX = Duration.ofMinutes(5);
    private static final String LEDGER = "/api/demo/development/";

    private final Site site = Site.onDerby();
    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void an_upload_that_a_kill_breaks_off_leaves_nothing_and_a_whole_one_comes_back_as_it_was() throws Exception {
        String hash = HexFormat.of().formatHex(digest(new Noise(SIZE)));
        try (Server server = site.start();
                Socket socket = new Socket("localhost", site.port())) {
            beginUpload(server, socket.getOutputStream());
            Await.until(MAX, () -> arrived() > SIZE / 4);
            server.kill();
        }
        try (Server server = site.start()) {
            assertEquals(List.of("store-id"), kept());
            assertEquals(422, append(server, hash).statusCode());

            HttpRequest upload = server.request(LEDGER + "blobs")
                    .timeout(MAX)
                    .PUT(BodyPublishers.ofInputStream(() -> new Noise(SIZE)))
                    .build();
            assertEquals(201, server.send(upload).statusCode());
            HttpResponse<String> receipt = append(server, hash);
            assertEquals(201, receipt.statusCode(), receipt.body());

            String file = receipt.headers().firstValue("Location").orElseThrow() + "/files/f";
            HttpResponse<InputStream> download =
                    http.send(server.request(file).timeout(MAX).build(), BodyHandlers.ofInputStream());
            assertEquals(
                    SIZE, download.headers().firstValueAsLong("Content-Length").orElseThrow());
            assertArrayEquals(HexFormat.of().parseHex(hash), digest(download.body()));
            assertEquals(List.of(hash, "store-id"), kept());
        }
    }

    /** Sends half of what it announces. */
    private void beginUpload(Server server, OutputStream out) throws IOException {
        String authorization = server.request("/")
                .build()
                .headers()
                .firstValue("Authorization")
                .orElseThrow();
        out.write(("PUT " + LEDGER + "blobs HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization
                        + "\r\nContent-Length: " + SIZE + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        new Noise(SIZE / 2).transferTo(out);
        out.flush();
    }

    private static HttpResponse<String> append(Server server, String hash) {
        return server.post(
                LEDGER + "events",
                Json.object(Map.of(
                                "type",
                                "document.uploaded",
                                "files",
                                List.of(Map.of("id", "f", "data", "trove:sha256:" + hash))))
                        .toString());
    }

    private long arrived() {
        try (Stream<Path> files = Files.walk(site.home().resolve("blobs/arriving"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> files = Files.walk(site.home().resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static byte[] digest(InputStream in) throws Exception {
        var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        digesting.transferTo(OutputStream.nullOutputStream());
        return digesting.getMessageDigest().digest();
    }
}
