package io.trove.api;

import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.S3;
import io.trove.server.Server;
import io.trove.server.Site;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server that keeps its files in a bucket. */
class FilesInS3IT {

    private static final String PLAIN = "{\"type\":\"document.uploaded\"}";

    private static S3 s3;
    private static Server server;

    @BeforeAll
    static void start() {
        s3 = S3.start();
        server = s3.storeOf(Site.onDerby())
                .with("TROVE_S3_REFERENCES", "redirect")
                .start();
    }

    @AfterAll
    static void stop() {
        server.close();
        s3.close();
    }

    @Test
    void a_reference_into_a_granted_bucket_is_read_at_an_address_that_is_signed_for_it_alone() throws Exception {
        var ask = Ask.freshLedger(server);
        var content = FileSender.bytes(100_000);
        s3.put("reports/annual.html", content);
        s3.put("reports/other", FileSender.bytes(10));
        var roots = "/api/" + ask.organization() + "/development/files/roots";
        var granted = server.post(roots, "{\"root\":\"" + s3.locator("reports/") + "\"}");
        assertEquals(2, granted.statusCode() / 100, granted.body());
        var file = new FileSender(ask)
                        .append("{\"id\":\"f\",\"contentType\":\"text/html\",\"isReference\":true,\"data\":\""
                                + s3.locator("reports/annual.html") + "\"}")
                + "/files/f";

        var redirect = server.bytes(file);
        assertEquals(307, redirect.statusCode());
        var address = redirect.headers().firstValue("Location").map(URI::create).orElseThrow();
        assertEquals("", new String(redirect.body(), StandardCharsets.UTF_8));
        var http = HttpClient.newHttpClient();
        var there = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        assertEquals(200, there.statusCode());
        assertArrayEquals(content, there.body());
        assertEquals(
                "attachment",
                there.headers().firstValue("Content-Disposition").orElse("").replaceFirst(";.*", ""));
        assertEquals(
                "application/octet-stream",
                there.headers().firstValue("Content-Type").orElse(""));
        var other = URI.create(address.toString().replace("annual.html", "other"));
        assertEquals(
                403,
                http.send(HttpRequest.newBuilder(other).build(), BodyHandlers.ofByteArray())
                        .statusCode());
    }

    @Test
    void without_the_bucket_what_needs_it_is_a_503_and_everything_else_goes_on_until_it_is_back() {
        var ask = Ask.freshLedger(server);
        var files = new FileSender(ask);
        var content = FileSender.bytes(1_000_000);
        var uploaded = server.send(files.put(content).build());
        assertEquals(201, uploaded.statusCode(), uploaded.body());
        var held = "{\"id\":\"f\",\"data\":\"" + text(uploaded, "/data") + "\"}";
        var file = files.append(held) + "/files/f";
        assertArrayEquals(content, server.bytes(file).body());
        var inline = FileSender.event("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}");

        s3.goAway();
        try {
            assertEquals(503, ask.append(inline).statusCode());
            assertEquals(
                    503, server.send(files.put(FileSender.bytes(1)).build()).statusCode());
            assertEquals(503, ask.get(file).statusCode());
            assertEquals(201, ask.append(PLAIN).statusCode());
            assertEquals(201, ask.append(FileSender.event(held)).statusCode());
        } finally {
            s3.comeBack();
        }

        assertEquals(201, ask.append(inline).statusCode());
        assertArrayEquals(content, server.bytes(file).body());
    }

    @Test
    void a_bucket_that_is_not_there_loses_no_file_and_is_told_of() {
        var ask = Ask.freshLedger(server);
        var files = new FileSender(ask);
        var content = FileSender.bytes(1_000);
        var uploaded = server.send(files.put(content).build());
        var file = files.append("{\"id\":\"f\",\"data\":\"" + text(uploaded, "/data") + "\"}") + "/files/f";
        var verify = "/api/" + ask.organization() + "/development/files/verify";
        assertEquals("answers", store());

        s3.loseBucket();
        try {
            var away = ask.get(file);
            assertEquals(503, away.statusCode(), away.body());
            assertEquals("urn:trove:problem:blob-store-unavailable", text(away, "/type"));
            assertTrue(text(away, "/detail").startsWith("The bucket that files are kept in is not there"), away.body());
            server.post(verify, "{}");
            Await.until(() -> text(server.get(verify), "/state").equals("interrupted"));
            assertEquals(0, Ask.number(server.get(verify), "/drifted"));
            assertEquals("does not answer", store());
        } finally {
            s3.findBucket();
        }

        Await.until(() -> store().equals("answers"));
        assertArrayEquals(content, server.bytes(file).body());
        server.post(verify, "{}");
        Await.until(() -> text(server.get(verify), "/state").equals("finished"));
        assertEquals(0, Ask.number(server.get(verify), "/drifted"));
    }

    /** What the check of health says of the store, of a server that is ready whatever it says. */
    private static String store() {
        var health = server.get("/health/ready");
        assertEquals(200, health.statusCode(), health.body());
        return Ask.parsed(health.body()).member("checks").orElseThrow().items().stream()
                .filter(check ->
                        check.member("name").flatMap(Json::text).orElse("").equals("files"))
                .map(check -> check.at("/data/store").flatMap(Json::text).orElse(""))
                .findFirst()
                .orElseThrow();
    }
}
