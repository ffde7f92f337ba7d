package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.SignedNote;
import io.trove.server.Shared;
import io.trove.server.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The client of the Go checksum database, which was not written here, reads a ledger: {@code src/test/go/client.go} calls it.
 * Without Go on this machine its tests are skipped and say so.
 */
class ChecksumClientIT {

    private static final String HOW_TO_GET_IT =
            "There is no Go with the checksum database's client on this machine: apt-get install golang-go golang-golang-x-mod-dev";
    private static final Path LIBRARIES = Path.of("/usr/share/gocode");
    private static final Path CLIENT =
            Path.of("target", "go", "checksum-client").toAbsolutePath();
    private static final long ENDED_MAX_SECONDS = 180;

    @TempDir
    private Path files;

    private Ask ask;
    private Path older;

    @BeforeAll
    static void build_the_client() throws Exception {
        if (Tool.onPath("go").isEmpty() || !Files.isDirectory(LIBRARIES.resolve("src/golang.org/x/mod/sumdb/tlog"))) {
            Tool.isAbsent("go", HOW_TO_GET_IT);
        }
        Files.createDirectories(CLIENT.getParent());
        Path said = CLIENT.resolveSibling("build.log");
        int built = run(said, List.of("go", "build", "-o", CLIENT.toString(), "src/test/go/client.go"));
        assertEquals(0, built, Files.readString(said));
    }

    @BeforeEach
    void a_ledger_that_grew_behind_a_checkpoint_that_somebody_keeps() throws IOException {
        ask = Ask.freshLedger(Shared.onDerby());
        append(300);
        older = Files.writeString(files.resolve("older.checkpoint"), signed(301));
        append(400);
        signed(701);
    }

    @Test
    void it_opens_the_checkpoints_and_proves_from_the_tiles_that_the_events_are_there_and_the_ledger_only_grew()
            throws Exception {
        int ended = read(older, event(0, 0), event(255, 255), event(256, 256), event(300, 300), event(700, 700));
        assertEquals("5 events are among the 701, which begin with the 301 of before\n", said());
        assertEquals(0, ended);
    }

    @Test
    void it_finds_out_when_an_event_is_said_to_be_where_another_is() throws Exception {
        assertEquals(1, read(older, event(256, 257)));
        assertTrue(said().contains("invalid transparency proof"), said());
    }

    @Test
    void it_finds_out_when_the_older_checkpoint_is_another_ledgers_or_was_changed() throws Exception {
        String changed = Files.readString(older).replace("\n301\n", "\n302\n");
        assertEquals(1, read(Files.writeString(files.resolve("changed.checkpoint"), changed), event(1, 1)));
        assertTrue(said().contains("invalid signature"), said());
        ask = Ask.freshLedger(Shared.onDerby());
        append(300);
        assertEquals(1, read(older, event(1, 1)));
        assertTrue(said().contains("no verifiable signatures"), said());
    }

    private void append(int events) {
        assertEquals(
                201,
                ask.append("[" + String.join(",", Collections.nCopies(events, "{\"type\":\"document.uploaded\"}"))
                                + "]")
                        .statusCode());
    }

    /** The checkpoint of a ledger that has so many events. */
    private String signed(long size) {
        assertEquals(200, ask.get(at("proof/inclusion?position=" + (size - 1))).statusCode());
        String note = ask.get(at("checkpoint")).body();
        assertEquals(size, Checkpoint.of(SignedNote.parse(note)).size());
        return note;
    }

    /** That a position has the digest of the event at another. */
    private String event(long position, long other) {
        String tag = Ask.header(ask.get(ask.events() + "/at/" + other), "ETag");
        return position + "=" + tag.replace("\"sha256:", "").replace("\"", "");
    }

    private int read(Path checkpoint, String... events) throws Exception {
        var json = ask.server().request(at("checkpoint")).header("Accept", "application/json");
        var request = json.build();
        var command = new ArrayList<>(List.of(
                CLIENT.toString(),
                ask.server().uri(at("")).toString().replaceFirst("/$", ""),
                request.headers().firstValue("Authorization").orElseThrow(),
                Ask.text(ask.server().send(request), "/key"),
                checkpoint.toString()));
        command.addAll(List.of(events));
        return run(files.resolve("said"), command);
    }

    private String said() throws IOException {
        return Files.readString(files.resolve("said"));
    }

    private static int run(Path output, List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "GO111MODULE",
                        "off",
                        "CGO_ENABLED",
                        "0",
                        "GOPATH",
                        LIBRARIES.toString(),
                        "GOCACHE",
                        CLIENT.resolveSibling("cache").toString()));
        Process process = builder.start();
        assertTrue(process.waitFor(ENDED_MAX_SECONDS, TimeUnit.SECONDS), command + " did not end");
        return process.exitValue();
    }

    private String at(String path) {
        return "/api/" + ask.organization() + "/development/" + path;
    }
}
