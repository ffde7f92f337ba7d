package io.trove.api;

import static io.trove.api.Ask.header;
import static io.trove.api.Ask.number;
import static io.trove.api.Ask.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.NoteKey;
import io.trove.evidence.SignedNote;
import io.trove.merkle.EntryBundle;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import io.trove.merkle.TiledNodes;
import io.trove.merkle.Tree;
import io.trove.server.Await;
import io.trove.server.Server;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger proves over HTTP, and to a verifier without a server, whatever the database. */
abstract class ProofContract {

    private static final String EVENT =
            "{\"type\":\"document.uploaded\",\"entity\":{\"id\":\"doc-1\"},\"payload\":{\"title\":\"Annual Report\"}}";

    @TempDir
    private Path files;

    private Ask ask;

    abstract Server server();

    final Ask ask() {
        return ask;
    }

    @BeforeEach
    void open_a_ledger() {
        ask = Ask.freshLedger(server());
    }

    @Test
    void a_ledger_that_grows_is_signed_without_being_asked() {
        assertEquals(1, checkpoint().size());
        append(20);
        Await.until(() -> checkpoint().size() == 21);
        assertEquals(
                "text/plain;charset=utf-8",
                header(ask.get(at("checkpoint")), "Content-Type")
                        .replace(" ", "")
                        .toLowerCase(java.util.Locale.ROOT));
        assertTrue(note().isSignedBy(key()));
    }

    @Test
    void whoever_reads_the_tiles_finds_the_root_that_was_signed() {
        append(300);
        assertEquals(200, ask.get(at("proof/inclusion?position=300")).statusCode());
        Checkpoint checkpoint = checkpoint();
        assertEquals(301, checkpoint.size());
        Tree tree = new Tree(301, new TiledNodes(301, tile -> tile(tile.level() + "/" + tile.path())));
        assertArrayEquals(checkpoint.root(), tree.root());
        byte[] leaves = tile("0/" + new Tile(0, 1, 45).path());
        byte[] entry = EntryBundle.read(tile("entries/001.p/45")).get(44);
        assertArrayEquals(Rfc6962.leaf(entry), java.util.Arrays.copyOfRange(leaves, 44 * 32, 45 * 32));
        assertTrue(header(ask.get(at("tile/0/000")), "Cache-Control").contains("immutable"));
    }

    @Test
    void a_tile_that_is_not_there_yet_is_not_found() {
        for (String tile :
                new String[] {"0/001", "0/000.p/200", "1/000", "00/000", "64/000", "0/0", "entries/001", "x/000"}) {
            HttpResponse<String> answer = ask.get(at("tile/" + tile));
            assertEquals(404, answer.statusCode(), tile + answer.body());
            assertTrue(text(answer, "/type").endsWith("tile-unknown"), answer.body());
        }
    }

    @Test
    void proofs_that_cannot_be_are_refused() {
        append(3);
        for (String proof : new String[] {
            "inclusion?position=4",
            "inclusion?position=-1",
            "inclusion?position=1&size=9",
            "inclusion?position=3&size=2",
            "inclusion",
            "consistency?from=2&to=1",
            "consistency?from=-1",
            "consistency?from=9",
            "consistency"
        }) {
            assertEquals(400, ask.get(at("proof/" + proof)).statusCode(), proof);
        }
        HttpResponse<String> grown = ask.get(at("proof/consistency?from=2&to=4"));
        assertEquals(4, number(grown, "/to"), grown.body());
    }

    @Test
    void evidence_is_checked_by_a_jar_and_no_server() throws Exception {
        append(10);
        String id = text(ask.append(EVENT), "/id/id");
        Path evidence = file("evidence.trove", ask.get(ask.events() + "/" + id + "/evidence"));
        assertEquals(0, verify(evidence, "--key", key().text()));
        Path proof = file("event.tlog-proof", ask.get(ask.events() + "/" + id + "/proof"));
        assertEquals(0, verify(proof, "--key", key().text()));
        String disclosed = Files.readString(evidence);
        assertTrue(disclosed.contains("\"payload\""), disclosed);
        Path changed = Files.writeString(
                files.resolve("changed.trove"), disclosed.replaceFirst("\"salt\":\".{8}", "\"salt\":\"AAAAAAAA"));
        assertEquals(1, verify(changed, "--key", key().text()));
        HttpResponse<String> verdict = ask.server().post(at("proof/verify"), Files.readString(changed));
        assertTrue(verdict.body().contains("\"holds\":false"), verdict.body());
    }

    @Test
    void evidence_of_many_events_has_one_proof_and_shows_that_the_ledger_only_grew() throws Exception {
        append(30);
        assertEquals(200, ask.get(at("proof/inclusion?position=30")).statusCode());
        Path older = Files.writeString(files.resolve("old.checkpoint"), note().print());
        append(300);
        HttpResponse<String> answer = ask.server()
                .post(at("evidence"), "{\"filter\":{\"type\":\"document.uploaded\"},\"limit\":250,\"from\":31}");
        assertFalse(header(answer, "Trove-Next").isEmpty());
        Path evidence = file("evidence.trove", answer);
        assertEquals(0, verify(evidence, "--key", key().text(), "--from", older.toString()));
        Path without = file("without.trove", ask.server().post(at("evidence"), "{\"limit\":0}"));
        assertEquals(1, verify(without, "--key", key().text(), "--from", older.toString()));
        Path grown = file("grown.trove", ask.server().post(at("evidence"), "{\"limit\":0,\"from\":31}"));
        assertEquals(0, verify(grown, "--key", key().text(), "--from", older.toString()));
        String shown = Files.readString(grown);
        assertEquals("[]", said(shown, "unchecked"));
        assertEquals("false", said(shown.replace("\"from\":31", "\"from\":30"), "holds"));
        String power =
                ask.server().post(at("evidence"), "{\"limit\":0,\"from\":32}").body();
        assertEquals("true", said(power, "holds"));
        assertEquals("[\"growth\"]", said(power, "unchecked"));
    }

    /** A member of what the server makes of evidence. */
    final String said(String evidence, String member) {
        HttpResponse<String> verdict = ask.server().post(at("proof/verify"), evidence);
        return Ask.json(verdict).member(member).orElseThrow().toString();
    }

    @Test
    void evidence_carries_the_schema_that_an_event_claims_and_what_registered_it() throws Exception {
        HttpResponse<String> registered = ask.server()
                .send(ask.server()
                        .request(at("schemas/report.filed/versions/1.0"))
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(
                                "{\"schema\":{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}}}}"))
                        .build());
        assertEquals(201, registered.statusCode(), registered.body());
        String id = text(ask.append("{\"type\":\"report.filed\",\"payload\":{\"title\":\"Q1\"}}"), "/id/id");
        Path evidence = file("schema.trove", ask.get(ask.events() + "/" + id + "/evidence"));
        assertEquals(0, verify(evidence, "--key", key().text()));
        assertTrue(
                output().contains("The schema report.filed 1.0 is the one that the event at 1 registered."), output());
    }

    @Test
    void an_audit_runs_in_the_background_and_is_told_in_health() {
        append(1_000);
        append(1_000);
        HttpResponse<String> begun = ask.server().post(at("audit"), "");
        assertEquals(202, begun.statusCode(), begun.body());
        Await.until(() -> text(ask.get(at("audit")), "/state").equals("finished"));
        HttpResponse<String> over = ask.get(at("audit/" + number(begun, "/id")));
        assertEquals(2_001, number(over, "/at"), over.body());
        assertEquals(0, number(over, "/count"), over.body());
        assertTrue(ask.get("/health/ready").body().contains("\"disagreements\""));
        assertEquals(404, ask.get(at("audit/99")).statusCode());
    }

    final void append(int events) {
        var all = String.join(",", Collections.nCopies(events, EVENT));
        assertEquals(201, ask.append("[" + all + "]").statusCode());
    }

    final String at(String path) {
        return "/api/" + ask.organization() + "/development/" + path;
    }

    final SignedNote note() {
        return SignedNote.parse(ask.get(at("checkpoint")).body());
    }

    final Checkpoint checkpoint() {
        return Checkpoint.of(note());
    }

    final NoteKey key() {
        var json = ask.server()
                .send(ask.server()
                        .request(at("checkpoint"))
                        .header("Accept", "application/json")
                        .build());
        return NoteKey.parse(text(json, "/key"));
    }

    private byte[] tile(String name) {
        HttpResponse<byte[]> answer = ask.server().bytes(at("tile/" + name));
        assertEquals(200, answer.statusCode(), name);
        return answer.body();
    }

    final Path file(String name, HttpResponse<String> answer) throws Exception {
        assertEquals(200, answer.statusCode(), answer.body());
        return Files.write(files.resolve(name), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    final int verify(Path evidence, String... more) throws Exception {
        return new OfflineVerifier(files).check(evidence, more);
    }

    /** What the verifier said last. */
    final String output() throws java.io.IOException {
        return new OfflineVerifier(files).said();
    }

    final HttpResponse<String> rotate(String once) {
        return ask.server()
                .send(ask.server()
                        .request(at("keys/rotate"))
                        .header("Idempotency-Key", once)
                        .POST(BodyPublishers.noBody())
                        .build());
    }
}
