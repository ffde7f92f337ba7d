package io.trove.api;

import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Json;
import io.trove.server.Await;
import io.trove.server.Postgres;
import io.trove.server.Shared;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the one who runs the database changes behind a running server: found, named and located by an audit over HTTP, and by
 * the verifier without a server where an event's own evidence is concerned.
 */
class TamperingIT {

    private static final int TOLD_LAST = 303;

    @TempDir
    private Path files;

    private final Postgres database = Shared.postgres();
    private final String content = "the content of " + UUID.randomUUID();

    private Ask ask;

    /** Two events that are linked, one with a file, and three hundred others before them. */
    @BeforeEach
    void a_ledger_that_was_signed() {
        ask = Ask.freshLedger(Shared.onPostgres());
        append(String.join(",", Collections.nCopies(300, "{\"type\":\"document.uploaded\",\"payload\":{\"n\":1}}")));
        append("{\"type\":\"a.linked\",\"links\":[{\"type\":\"reference\",\"targetEvent\":{\"id\":\"z\"}}]},"
                + "{\"type\":\"a.linked\",\"id\":{\"id\":\"z\"}}");
        append("{\"type\":\"a.filed\",\"files\":[{\"id\":\"f\",\"data\":\"%s\"}]}"
                .formatted(Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8))));
        assertEquals(TOLD_LAST + 1, signed());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE event SET document = set_byte(document, 40, get_byte(document, 40) # 1) WHERE $ AND position = 7 | 7 event document",
                "UPDATE event SET type = 'document.erased' WHERE $ AND position = 8 | 8 event type",
                "UPDATE event SET entity_type = 'x' WHERE $ AND position = 9 | 9 event entity_type",
                "UPDATE event SET recorded_at = recorded_at - 1 WHERE $ AND position = 10 | 10 event recorded_at",
                "UPDATE tile SET hashes = set_byte(hashes, 320, get_byte(hashes, 320) # 1) WHERE $ | 10 tile hashes",
                "UPDATE link SET target = 3 WHERE $ | 301 link target",
                "UPDATE event_file SET hash = repeat('0', 64) WHERE $ | 303 file hash"
            })
    void a_change_is_found_named_and_located(String sql, String where) throws Exception {
        long known = disagreements();
        assertThrows(SQLException.class, () -> database.execute(of(sql)), "the server's own user may do that");
        database.tamper(of(sql));
        List<String> found = audit();
        assertTrue(found.contains(where), () -> where + " is not in " + found);
        assertTrue(disagreements() > known, "health does not tell");
        assertEquals(200, ask.get("/health/ready").statusCode());
    }

    @Test
    void a_byte_of_an_event_is_found_by_its_evidence() throws Exception {
        String id = id(7);
        assertEquals(0, check(evidence(id, "")), said());
        database.tamper(of("UPDATE event SET document = convert_to(replace(convert_from(document, 'UTF8'),"
                + " '\"n\":1', '\"n\":2'), 'UTF8') WHERE $ AND position = 7"));
        assertEquals(1, check(evidence(id, "")));
        assertTrue(said().contains("The record at 7"), said());
        assertTrue(audit().contains("7 event document"));
    }

    @Test
    void two_events_that_changed_places_are_found_at_both_and_by_their_evidence() throws Exception {
        String id = id(7);
        database.tamper(of("UPDATE event SET position = -1 WHERE $ AND position = 7;"
                + "UPDATE event SET position = 7 WHERE $ AND position = 8;"
                + "UPDATE event SET position = 8 WHERE $ AND position = -1"));
        assertEquals(1, check(evidence(id, "")));
        List<String> found = audit();
        assertTrue(found.contains("7 tile hashes") && found.contains("8 tile hashes"), found::toString);
    }

    @Test
    void a_file_whose_bytes_are_others_is_found() throws Exception {
        Path kept = kept();
        Files.writeString(kept, Files.readString(kept).replace("content", "CONTENT"));
        assertEquals(List.of("303 file bytes"), audit());
    }

    @Test
    void the_newest_events_taken_away_with_the_head_set_back_are_missed_by_what_was_signed() throws Exception {
        Path kept =
                Files.writeString(files.resolve("kept.checkpoint"), checkpoint().body());
        String head = "head_" + database.user() + "_" + System.nanoTime();
        database.tamper(of("CREATE TABLE " + head + " AS SELECT * FROM ledger_head WHERE $"));
        append("{\"type\":\"document.uploaded\"}");
        Path grown = evidence(id(TOLD_LAST + 1), "?from=" + (TOLD_LAST + 1));
        assertEquals(0, check(grown, "--from", kept.toString()), said());
        Path newest = Files.writeString(
                files.resolve("newest.checkpoint"), checkpoint().body());
        database.tamper(of("DELETE FROM event WHERE $ AND position > " + TOLD_LAST + ";"
                + "UPDATE ledger_head SET (size, recorded_at, tree) = (SELECT size, recorded_at, tree FROM " + head
                + ") WHERE $; DROP TABLE " + head));
        assertTrue(audit().contains("- head size"));

        database.tamper(of("DELETE FROM checkpoint WHERE $ AND tree_size > " + (TOLD_LAST + 1)
                + "; DELETE FROM checkpoint_recent WHERE $ AND tree_size > " + (TOLD_LAST + 1)));
        assertEquals(1, check(evidence(id(7), ""), "--from", newest.toString()));
        assertTrue(said().contains("events are missing"), said());
    }

    @Test
    void a_ledger_is_audited_without_being_asked() {
        Await.until(() -> {
            var newest = ask.get("/api/demo/development/audit");
            return newest.statusCode() == 200 && text(newest, "/state").equals("finished");
        });
        var first = ask.get("/api/demo/development/audit/1");
        assertEquals("trove", text(first, "/requestedBy"), first.body());
        assertEquals(0, number(first, "/count"), first.body());
    }

    private void append(String events) {
        HttpResponse<String> answer = ask.append("[" + events + "]");
        assertEquals(201, answer.statusCode(), answer.body());
    }

    /** Has all be signed that there is; how many events that are. */
    private long signed() {
        ask.get(at("proof/inclusion?position=" + TOLD_LAST));
        return number(checkpointAsJson(), "/size");
    }

    /** What the newest audit found, each by position, subject and field. */
    private List<String> audit() {
        HttpResponse<String> begun = ask.server().post(at("audit"), "");
        assertEquals(202, begun.statusCode(), begun.body());
        String address = at("audit/" + number(begun, "/id"));
        Await.until(() -> text(ask.get(address), "/state").equals("finished"));
        var found = new ArrayList<String>();
        for (Json each :
                Ask.json(ask.get(address)).member("disagreements").orElseThrow().items()) {
            found.add(each.member("position").map(Json::toString).orElse("-") + " "
                    + each.member("subject").flatMap(Json::text).orElseThrow() + " "
                    + each.member("field").flatMap(Json::text).orElseThrow());
        }
        return found;
    }

    private long disagreements() {
        return Ask.json(ask.get("/health/ready")).member("checks").orElseThrow().items().stream()
                .flatMap(check -> check.at("/data/disagreements").stream())
                .mapToLong(count -> count.integer().orElseThrow())
                .sum();
    }

    private String id(long position) {
        return text(ask.get(ask.events() + "/at/" + position), "/id/id");
    }

    private Path evidence(String id, String query) throws IOException {
        return Files.writeString(
                files.resolve("evidence.trove"),
                ask.get(ask.events() + "/" + id + "/evidence" + query).body());
    }

    private int check(Path evidence, String... more) throws Exception {
        return new OfflineVerifier(files)
                .check(
                        evidence,
                        Stream.concat(Stream.of("--key", text(checkpointAsJson(), "/key")), Stream.of(more))
                                .toArray(String[]::new));
    }

    private String said() throws IOException {
        return new OfflineVerifier(files).said();
    }

    private HttpResponse<String> checkpoint() {
        return ask.get(at("checkpoint"));
    }

    private HttpResponse<String> checkpointAsJson() {
        return ask.server()
                .send(ask.server()
                        .request(at("checkpoint"))
                        .header("Accept", "application/json")
                        .build());
    }

    /** Where the file lies whose content is this test's. */
    private Path kept() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(database.blobs()))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> has(file, content))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean has(Path file, String text) {
        try {
            return Files.size(file) < 1_000 && Files.readString(file).equals(text);
        } catch (IOException otherBytes) {
            return false;
        }
    }

    /** Within this test's ledger. */
    private String of(String sql) {
        return sql.replace(
                "$",
                "ledger_id = (SELECT ledger_id FROM ledger WHERE environment = 'development' AND organization = '"
                        + ask.organization() + "')");
    }

    private String at(String path) {
        return "/api/" + ask.organization() + "/development/" + path;
    }
}
