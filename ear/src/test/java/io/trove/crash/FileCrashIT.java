package io.trove.crash;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublisher;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files beside a kill, a large one in a server with a heap of 512 MiB; {@code -Dfiles.bytes=1073741824} makes it one of a GiB. */
class FileCrashIT {

    private static final long SIZE = Long.getLong("files.bytes", 64L << 20);
    private static final Duration MAX = Duration.ofMinutes(5);
    private static final String LEDGER = "/api/demo/development/";

    private static final Site SITE = Site.onDerby();

    private static String held;
    private static String nobodys;
    private static Server server;

    /** An event holds bytes, which are spoilt while the server is down, and nobody holds others, which are old by then. */
    @BeforeAll
    static void a_server_is_killed_in_the_middle_of_an_upload_and_another_starts() throws Exception {
        try (Server killed = SITE.start();
                Socket socket = new Socket("localhost", SITE.port())) {
            held = uploaded(killed, BodyPublishers.ofString("held"));
            assertEquals(201, append(killed, held).statusCode());
            nobodys = uploaded(killed, BodyPublishers.ofString("nobody's"));
            beginUpload(killed, socket.getOutputStream());
            Await.until(MAX, () -> arrived() > SIZE / 4);
            killed.kill();
        }
        Files.writeString(kept().get(held), "spoilt");
        new Meanwhile(SITE).aWeekPasses();
        server = SITE.start();
    }

    @AfterAll
    static void end() {
        server.close();
    }

    @Test
    void an_upload_that_a_kill_breaks_off_leaves_nothing_and_a_whole_one_comes_back_as_it_was() throws Exception {
        String hash = HexFormat.of().formatHex(digest(new Noise(SIZE)));
        assertEquals(0, arrived());
        assertEquals(Set.of(held, "store-id"), named(nobodys));
        assertEquals(422, append(server, hash).statusCode());

        assertEquals(hash, uploaded(server, BodyPublishers.ofInputStream(() -> new Noise(SIZE))));
        HttpResponse<String> receipt = append(server, hash);
        assertEquals(201, receipt.statusCode(), receipt.body());

        String file = receipt.headers().firstValue("Location").orElseThrow() + "/files/f";
        HttpResponse<InputStream> download = HttpClient.newHttpClient()
                .send(server.request(file).timeout(MAX).build(), BodyHandlers.ofInputStream());
        assertEquals(SIZE, download.headers().firstValueAsLong("Content-Length").orElseThrow());
        assertArrayEquals(HexFormat.of().parseHex(hash), digest(download.body()));
        assertEquals(Set.of(held, hash, "store-id"), named(nobodys));
    }

    @Test
    void a_server_sweeps_and_verifies_files_by_itself_soon_after_its_start() throws Exception {
        Await.until(
                MAX,
                () -> text(server.get(LEDGER + "events?type=file.drifted"), "/items/0/payload/old")
                        .equals("sha256:" + held));

        assertEquals("trove", text(server.get(LEDGER + "files/verify"), "/requestedBy"));
        assertFalse(kept().containsKey(nobodys), "no event holds it");
    }

    private static String uploaded(Server to, BodyPublisher content) {
        HttpResponse<String> uploaded =
                to.send(to.request(LEDGER + "blobs").timeout(MAX).PUT(content).build());
        assertEquals(201, uploaded.statusCode(), uploaded.body());
        return text(uploaded, "/hash").replace("sha256:", "");
    }

    /** Sends half of what it announces. */
    private static void beginUpload(Server server, OutputStream out) throws IOException {
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

    private static long arrived() {
        try (Stream<Path> files = Files.walk(SITE.home().resolve("blobs/arriving"))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (IOException notYet) {
            return 0;
        }
    }

    /** The files of the store, by their names. */
    private static Map<String, Path> kept() throws IOException {
        try (Stream<Path> files = Files.walk(SITE.home().resolve("blobs"))) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(file -> file.getFileName().toString(), file -> file));
        }
    }

    /** Their names but this one, which may be swept by now. */
    private static Set<String> named(String but) throws IOException {
        var names = new TreeSet<>(kept().keySet());
        names.remove(but);
        return names;
    }

    private static String text(HttpResponse<String> answer, String pointer) {
        return Json.parse(answer.body().getBytes(StandardCharsets.UTF_8))
                .at(pointer)
                .flatMap(Json::text)
                .orElse("");
    }

    private static byte[] digest(InputStream in) throws Exception {
        var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
        digesting.transferTo(OutputStream.nullOutputStream());
        return digesting.getMessageDigest().digest();
    }
}
