package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Await;
import io.trove.server.Server;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the files of events promise over HTTP, whatever the database. */
abstract class FilesContract {

    private static final String HELLO = "hello";
    private static final String OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private Ask ask;
    private FileSender files;

    abstract Server server();

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
        files = new FileSender(ask);
    }

    @Test
    void a_file_that_is_sent_within_its_event_is_read_by_its_id() {
        var event = files.append(
                "{\"id\":\"f/1\",\"contentType\":\"text/plain\",\"filename\":\"größe.txt\",\"data\":\"aGVsbG8=\"}");

        var read = ask.get(event + "/files/f%2F1");

        assertEquals(200, read.statusCode(), read.body());
        assertEquals(HELLO, read.body());
        assertEquals("text/plain", header(read, "Content-Type"));
        assertEquals(
                "attachment; filename=\"gr__e.txt\"; filename*=UTF-8''gr%C3%B6%C3%9Fe.txt",
                header(read, "Content-Disposition"));
        assertEquals("nosniff", header(read, "X-Content-Type-Options"));
        assertTrue(read.headers().allValues("Content-Security-Policy").stream()
                .allMatch(policy -> policy.startsWith("sandbox")));
        assertEquals("\"sha256:" + OF_HELLO + "\"", header(read, "ETag"));
        assertEquals("5", header(read, "Content-Length"));
        var kept = ask.get(event).body();
        assertTrue(
                kept.contains("\"hash\":\"sha256:" + OF_HELLO + "\",\"id\":\"f/1\",\"isReference\":false,\"size\":5"),
                kept);
        assertFalse(kept.contains("aGVsbG8="), kept);
    }

    @Test
    void a_part_is_sent_when_one_is_asked_for() {
        var file = files.append("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}") + "/files/f";

        var part = files.get(file, "Range", "bytes=1-3");
        assertEquals(206, part.statusCode());
        assertEquals("ell", part.body());
        assertEquals("bytes 1-3/5", header(part, "Content-Range"));
        assertEquals("3", header(part, "Content-Length"));
        assertEquals(
                206,
                files.get(file, "Range", "bytes=-2", "If-Range", "\"sha256:" + OF_HELLO + "\"")
                        .statusCode());
        assertEquals(
                HELLO,
                files.get(file, "Range", "bytes=1-3", "If-Range", "\"other\"").body());
        assertEquals(HELLO, files.get(file, "Range", "bytes=0-0,2-2").body());
        var beyond = files.get(file, "Range", "bytes=5-");
        assertEquals(416, beyond.statusCode());
        assertEquals("bytes */5", header(beyond, "Content-Range"));
    }

    @Test
    void what_is_asked_on_a_condition_is_answered_by_it() {
        var file = files.append("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}") + "/files/f";
        var tag = "\"sha256:" + OF_HELLO + "\"";

        assertEquals(304, files.get(file, "If-None-Match", tag).statusCode());
        assertEquals(HELLO, files.get(file, "If-Match", "\"other\", " + tag).body());
        assertEquals(HELLO, files.get(file, "If-Match", "*").body());
        for (var other : new String[] {"\"other\"", "W/" + tag}) {
            var refused = files.get(file, "If-Match", other, "If-None-Match", tag);
            assertEquals(412, refused.statusCode());
            assertEquals("urn:trove:problem:file-is-another", text(refused, "/type"));
        }
    }

    @Test
    void head_says_everything_but_the_bytes() {
        var file = files.append("{\"id\":\"f\",\"data\":\"aGVsbG8=\"}") + "/files/f";
        var head = server().send(server().request(file)
                .header("Range", "bytes=1-2")
                .method("HEAD", BodyPublishers.noBody())
                .build());
        assertEquals(200, head.statusCode());
        assertEquals("5", header(head, "Content-Length"));
        assertEquals("", header(head, "Content-Range"));
        assertEquals("\"sha256:" + OF_HELLO + "\"", header(head, "ETag"));
    }

    @Test
    void what_a_browser_would_run_is_served_as_mere_bytes() {
        for (var type : new String[] {"text/javascript", "image/svg+xml", "text/css", "no type", ""}) {
            var file =
                    files.append("{\"id\":\"f\",\"contentType\":\"" + type + "\",\"data\":\"aGVsbG8=\"}") + "/files/f";
            var read = files.get(file, "Accept-Encoding", "gzip");
            assertEquals("application/octet-stream", header(read, "Content-Type"));
            assertEquals(HELLO, read.body());
        }
        var page = files.get(
                files.append("{\"id\":\"f\",\"contentType\":\"text/html\",\"data\":\"aGVsbG8=\"}") + "/files/f");
        assertTrue(header(page, "Content-Disposition").startsWith("attachment"));
    }

    @Test
    void a_claim_that_does_not_hold_is_a_422_that_says_where() {
        var refused = ask.append(FileSender.event("{\"id\":\"f\",\"size\":4,\"data\":\"aGVsbG8=\"}"));
        assertEquals(422, refused.statusCode());
        assertEquals("/files/0/size", text(refused, "/pointer"));
        assertEquals("urn:trove:problem:file-refused", text(refused, "/type"));
    }

    @Test
    void an_address_is_handed_out_and_never_fetched() {
        var read = ask.get(files.append("{\"id\":\"f\",\"isReference\":true,\"data\":\"http://127.0.0.1:1/secret\"}")
                + "/files/f");
        assertEquals(200, read.statusCode(), read.body());
        assertEquals("application/vnd.trove.locator+json", header(read, "Content-Type"));
        assertEquals("http://127.0.0.1:1/secret", text(read, "/data"));
    }

    @Test
    void a_file_that_is_not_there_is_a_404() {
        var event = files.append("{\"id\":\"f\",\"hash\":\"sha256:" + OF_HELLO + "\"}");
        assertEquals(404, ask.get(event + "/files/g").statusCode());
        assertEquals(404, ask.get(event + "/files/f").statusCode());
        assertEquals(404, ask.get(ask.events() + "/nobody/files/f").statusCode());
    }

    @Test
    void bytes_that_are_no_longer_what_they_were_are_told_by_an_event() throws IOException {
        var content = FileSender.bytes(4_321);
        var event =
                files.append("{\"id\":\"f\",\"data\":\"" + Base64.getEncoder().encodeToString(content) + "\"}");
        Files.writeString(kept(FileSender.hex(content)), "something else");

        assertEquals(1, verified("drifted"));

        var told = ask.get(ask.events() + "?type=file.drifted");
        assertEquals("sha256:" + FileSender.hex(content), text(told, "/items/0/payload/old"));
        assertEquals(event, ask.events() + "/" + text(told, "/items/0/payload/event/id"));
        assertEquals("f", text(told, "/items/0/payload/file"));
        assertEquals(0, verified("drifted"));
        assertEquals(1, verified("verified"));
    }

    @Test
    void of_bytes_that_were_cut_off_nothing_is_sent() throws IOException {
        var content = FileSender.bytes(70_000);
        var file = files.append(
                        "{\"id\":\"f\",\"data\":\"" + Base64.getEncoder().encodeToString(content) + "\"}") + "/files/f";
        for (var left : new int[] {50, 0}) {
            Files.write(kept(FileSender.hex(content)), Arrays.copyOf(content, left));
            for (var range : new String[] {"bytes=0-", "bytes=40-50", "bytes=60000-60010", "lines=1"}) {
                var cut = files.get(file, "Range", range);
                assertEquals(404, cut.statusCode(), cut.body());
                assertEquals(
                        "The bytes of the file \"f\" are no longer where they were; tell the operator",
                        text(cut, "/detail"));
                for (var own : new String[] {"ETag", "Repr-Digest", "Content-Disposition", "Content-Range"}) {
                    assertEquals("", header(cut, own));
                }
            }
        }
    }

    @Test
    void before_the_first_verification_it_is_said_that_there_is_none() {
        var none = ask.get("/api/" + ask.organization() + "/staging/files/verify");
        assertEquals(404, none.statusCode());
        assertEquals("urn:trove:problem:none-yet", text(none, "/type"));
        assertEquals(
                "The files of this ledger have not been verified yet; POST to this address begins it",
                text(none, "/detail"));
    }

    /** A number of a verification that was begun now, and ended. */
    private long verified(String member) {
        var verify = "/api/" + ask.organization() + "/development/files/verify";
        assertEquals(202, server().post(verify, "").statusCode());
        Await.until(() -> text(ask.get(verify), "/state").equals("finished"));
        return number(ask.get(verify), "/" + member);
    }

    private Path kept(String hash) throws IOException {
        var site = server().site();
        var blobs = site.variables().getOrDefault("TROVE_BLOBS", site.home() + "/blobs");
        try (var all = Files.walk(Path.of(blobs))) {
            return all.filter(file -> file.endsWith(hash)).findFirst().orElseThrow();
        }
    }

    @Test
    void a_directory_is_granted_by_who_runs_the_installation_and_references_lead_into_it() throws IOException {
        var directory = Files.createTempDirectory(Path.of("target").toRealPath(), "documents-");
        Files.writeString(directory.resolve("a.txt"), HELLO);
        var roots = "/api/" + ask.organization() + "/development/files/roots";
        var locator = directory.resolve("a.txt").toUri();
        var file = "{\"id\":\"f\",\"isReference\":true,\"data\":\"" + locator + "\"}";
        var before = files.append(file);

        var granted = server().post(roots, "{\"root\":\"file://" + directory + "/\"}");

        assertEquals(200, granted.statusCode(), granted.body());
        assertEquals(granted.body(), ask.get(roots).body());
        assertTrue(ask.get(before).body().contains("\"verified\":false"));
        var after = files.append(file);
        assertTrue(ask.get(after).body().contains("\"hash\":\"sha256:" + OF_HELLO + "\""));
        assertEquals(HELLO, ask.get(after + "/files/f").body());
        assertEquals("llo", files.get(after + "/files/f", "Range", "bytes=2-").body());
        var own = server().post(roots, "{\"root\":\"file://" + server().site().home() + "/\"}");
        assertEquals(422, own.statusCode());
        var revoke = server().request(roots + "?root=file://" + directory + "/")
                .DELETE()
                .build();
        assertEquals("{\"roots\":[]}", server().send(revoke).body());
        assertEquals("application/vnd.trove.locator+json", header(ask.get(after + "/files/f"), "Content-Type"));
    }
}
