package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Server;
import io.trove.server.Shared;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a server imports from another: over HTTP, from another database, by the key that its operator gave it. */
class OtherTroveIT {

    private static final String THERE = "/api/" + Shared.GUESTS + "/production";

    private final String type = "brought.t" + UUID.randomUUID();

    @BeforeAll
    static void guests() {
        there().post("/api/organizations", "{\"name\": \"" + Shared.GUESTS + "\"}");
    }

    private static Server there() {
        return Shared.onDerby();
    }

    private static Server here() {
        return Shared.onPostgres();
    }

    @Test
    void an_import_from_another_trove_brings_its_events_with_their_files_once() {
        String uploaded = "many bytes ".repeat(20_000);
        var upload = there().request(THERE + "/blobs")
                .PUT(BodyPublishers.ofString(uploaded))
                .build();
        String data = Ask.text(there().send(upload), "/data");
        append("x/y 1", "{\"id\": \"a\", \"contentType\": \"text/plain\", \"data\": \"aGVsbG8=\"}");
        append(
                "two",
                "{\"id\": \"b/1\", \"data\": \"%s\"}, {\"id\": \"c\", \"isReference\": true, \"data\": \"https://example.com/c\"}"
                        .formatted(data));
        append("three", "{\"id\": \"d\", \"hash\": \"sha256:%s\"}".formatted("0".repeat(64)));

        var ask = Ask.freshLedger(here());
        Json first = done(ask, "");
        assertTrue(first.at("/outcome/files").orElseThrow().integer().orElseThrow() >= 2, first.toString());
        assertEquals(
                3,
                Ask.json(ask.get(ask.events() + "?type=" + type))
                        .member("items")
                        .orElseThrow()
                        .size());
        assertEquals("hello", ask.get(file(ask, "x%2Fy%201", "a")).body());
        assertEquals("text/plain", Ask.header(ask.get(file(ask, "x%2Fy%201", "a")), "Content-Type"));
        assertEquals(uploaded, ask.get(file(ask, "two", "b%2F1")).body());
        assertEquals(404, ask.get(file(ask, "three", "d")).statusCode());
        assertEquals(
                Ask.json(there().get(THERE + "/events/two-" + type)).at("/recordedAt"),
                Ask.json(ask.get(ask.events() + "/two-" + type)).at("/extensions/origin/recordedAt"));

        Json second = done(ask, "");
        assertEquals(Json.of(0), second.at("/outcome/appended").orElseThrow(), second.toString());
        assertEquals(first.at("/outcome/appended"), second.at("/outcome/alreadyThere"));
    }

    @Test
    void bytes_that_are_not_those_of_the_event_are_refused_and_files_may_be_left() throws IOException {
        String name = UUID.randomUUID().toString();
        String data = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        append("changed", "{\"id\": \"a\", \"data\": \"%s\"}".formatted(data));
        String hash = Ask.text(there().get(THERE + "/events/changed-" + type), "/files/0/hash")
                .replace("sha256:", "");
        Path kept;
        try (var files = Files.walk(there().site().home().resolve("blobs"))) {
            kept = files.filter(each -> each.getFileName().toString().equals(hash))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(kept, "x".repeat(name.length()));
        try {
            Json refused = done(Ask.freshLedger(here()), "");
            assertTrue(
                    refused.member("findings").orElseThrow().toString().contains("file-not-brought"),
                    refused.toString());
            var ask = Ask.freshLedger(here());
            assertEquals(
                    Json.of(0),
                    done(ask, ", \"files\": false").at("/outcome/files").orElseThrow());
            assertEquals(404, ask.get(file(ask, "changed", "a")).statusCode());
        } finally {
            Files.writeString(kept, name);
        }
    }

    @Test
    void an_import_of_an_export_brings_the_files_of_its_events_unless_it_leaves_them() {
        for (Server server : List.of(there(), here())) {
            var ask = Ask.freshLedger(server);
            ask.append(
                    "{\"type\": \"note.taken\", \"id\": {\"id\": \"n\"}, \"files\": [{\"id\": \"f\", \"data\": \"aGVsbG8=\"}]}");
            long export = Ask.number(finished(ask, "{\"job\": \"export\", \"filter\": {\"type\": \"note.*\"}}"), "/id");
            String asked = "{\"job\": \"import\", \"from\": {\"ledger\": \"%s/development\", \"job\": %d}%s}";
            for (boolean brings : List.of(true, false)) {
                var other = Ask.freshLedger(server);
                String wish = asked.formatted(ask.organization(), export, brings ? "" : ", \"files\": false");
                var first = finished(other, wish);
                assertEquals(1, Ask.number(first, "/outcome/appended"));
                assertEquals(brings ? 1 : 0, Ask.number(first, "/outcome/files"));
                assertEquals(1, Ask.number(finished(other, wish), "/outcome/alreadyThere"));
                var file = other.get(other.events() + "/n/files/f");
                assertEquals(brings ? 200 : 404, file.statusCode());
                assertEquals(brings, file.body().equals("hello"));
            }
        }
    }

    @Test
    void only_what_the_operator_names_is_asked_and_only_what_the_key_may_read_is_had() {
        var ask = Ask.freshLedger(here());
        String address = address();
        for (String url : new String[] {
            "http://127.0.0.1:%d%s".formatted(there().site().port(), THERE),
            address.replace("http://", "http://someone@"),
            address + "/events",
            address.replace(THERE, "/api/../" + Shared.GUESTS),
            "file:///etc/passwd"
        }) {
            var refused = start(ask, wish(url, ""));
            assertEquals(422, refused.statusCode(), url);
            assertEquals("/from/url", Ask.text(refused, "/pointer"), refused.body());
        }
        var hidden = start(ask, wish(address.replace("/production", "/development"), ""));
        assertEquals("urn:trove:problem:import-not-fetched", Ask.text(hidden, "/type"), hidden.body());
    }

    private void append(String id, String files) {
        var answer = there().post(
                        THERE + "/events",
                        "{\"type\": \"%s\", \"id\": {\"id\": \"%s-%s\"}, \"entity\": {\"type\": \"thing\", \"id\": \"%s\"}, \"files\": [%s]}"
                                .formatted(type, id, type, type, files));
        assertEquals(201, answer.statusCode(), answer.body());
    }

    private String file(Ask ask, String event, String file) {
        return ask.events() + "/" + event + "-" + type + "/files/" + file;
    }

    private static String address() {
        return "http://localhost:" + there().site().port() + THERE;
    }

    private static Json done(Ask ask, String more) {
        return Ask.json(finished(ask, wish(address(), more)));
    }

    private static String wish(String url, String more) {
        return "{\"job\": \"import\", \"from\": {\"url\": \"%s\"}%s}".formatted(url, more);
    }

    private static HttpResponse<String> start(Ask ask, String wish) {
        return ask.server().post("/api/" + ask.organization() + "/development/jobs", wish);
    }

    private static HttpResponse<String> finished(Ask ask, String wish) {
        var started = start(ask, wish);
        assertEquals(202, started.statusCode(), started.body());
        String job = "/api/" + ask.organization() + "/development/jobs/" + Ask.number(started, "/id");
        Await.until(() -> !Ask.text(ask.get(job), "/state").equals("running"));
        var report = ask.get(job);
        assertEquals("finished", Ask.text(report, "/state"), report.body());
        return report;
    }
}
