package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.inline;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Attached;
import io.trove.event.Json;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import io.trove.ledger.Rows;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
@Tag("database")
class VerificationTest {

    private static final String HELLO = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    private Path home;
    private Path documents;
    private Map<Database, FreshDatabase> databases;

    @BeforeAll
    void open() {
        databases = Map.of(
                Database.DERBY, FreshDatabase.of(Database.DERBY),
                Database.POSTGRESQL, FreshDatabase.of(Database.POSTGRESQL));
    }

    @AfterAll
    void close() {
        databases.values().forEach(FreshDatabase::close);
    }

    private TestFiles files(Database kind) {
        return TestFiles.in(databases.get(kind), kind, home);
    }

    @BeforeEach
    void make(@TempDir Path temporary) throws IOException {
        home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        documents = Files.createDirectories(temporary.toRealPath().resolve("documents"));
    }

    private static Progress verify(TestFiles files) {
        return files.verify(Progress.begin("jane", files.shelf().nowMicros(), files.size()), () -> true);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_as_it_was_is_told_by_no_event(Database kind) {
        TestFiles files = files(kind);
        for (int i = 0; i < 5; i++) {
            files.append(JANE, inline("a", text("a" + i)), inline("b", text("b" + i)));
        }
        long size = files.size();
        Progress progress = verify(files);
        assertEquals(10, progress.verified());
        assertEquals(0, progress.drifted());
        assertEquals(size, files.size());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void each_drift_is_told_once_with_what_was_known_and_what_is_there(Database kind) throws IOException {
        TestFiles files = files(kind);
        try (Rows mapped = Rows.of(databases.get(kind))) {
            Receipt receipt = files.append(JANE, inline("f", text("hello")));
            Attached file =
                    files.files().find(files.ledger(), receipt.position(), "f").orElseThrow();
            Path place = home.resolve("blobs/" + files.ledger().uid() + "/2c/" + file.hash());

            Files.writeString(place, "hello, you");
            assertEquals(1, verify(files).drifted());
            Json payload = files.payload(files.size() - 1);
            assertEquals(Optional.of(HELLO), payload.member("old").flatMap(Json::text));
            String changed = payload.member("new").flatMap(Json::text).orElseThrow();
            assertEquals(
                    receipt.position(),
                    payload.member("position").orElseThrow().integer().orElseThrow());
            assertEquals(0, verify(files).drifted());

            Files.delete(place);
            assertEquals(1, verify(files).drifted());
            payload = files.payload(files.size() - 1);
            assertEquals(Optional.of(changed), payload.member("old").flatMap(Json::text));
            assertTrue(payload.member("new").orElseThrow().isNull());
            assertTrue(mapped.entities()
                    .find(
                            FileDriftRow.class,
                            new FileRootRow.Key(files.ledger().id().value(), files.size() - 1))
                    .says(receipt.position(), "f", Optional.empty()));
            assertEquals(0, verify(files).drifted());

            Files.writeString(place, "hello");
            assertEquals(1, verify(files).drifted());
            assertEquals(
                    Optional.of(HELLO),
                    files.payload(files.size() - 1).member("new").flatMap(Json::text));
            assertEquals(0, verify(files).drifted());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_reference_is_read_again_as_long_as_its_root_is_granted(Database kind) throws IOException {
        TestFiles files = files(kind);
        Path document = Files.writeString(documents.resolve("a"), "hello");
        files.grant("file://" + documents + "/", true);
        files.append(JANE, "{\"id\":\"f\",\"isReference\":true,\"data\":\"" + document.toUri() + "\"}");
        assertEquals(1, verify(files).verified());
        Files.writeString(document, "changed");
        files.grant("file://" + documents + "/", false);
        assertEquals(1, verify(files).skipped());
        files.grant("file://" + documents + "/", true);
        assertEquals(1, verify(files).drifted());
        Files.delete(document);
        assertEquals(1, verify(files).drifted());
        assertTrue(files.payload(files.size() - 1).member("new").orElseThrow().isNull());
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_was_interrupted_goes_on_where_it_was_and_its_progress_is_kept(Database kind) {
        TestFiles files = files(kind);
        try (Rows mapped = Rows.of(databases.get(kind))) {
            String[] some = IntStream.range(0, 50)
                    .mapToObj(i -> inline("f" + i, text("file " + i)))
                    .toArray(String[]::new);
            files.append(JANE, some);
            files.append(JANE, some);
            int[] reads = {0};
            Progress begun = Progress.begin("jane", 1, files.size());
            Progress interrupted = files.verify(begun, () -> ++reads[0] < 80);
            assertEquals(64, interrupted.verified());
            var rows = new ProgressRows(files.sql());
            rows.keep(files.ledger(), begun);
            rows.keep(files.ledger(), interrupted);
            assertEquals(Optional.of(interrupted), rows.find(files.ledger()));
            Progress ended = files.verify(interrupted, () -> true);
            assertEquals(100, ended.verified());
            rows.keep(files.ledger(), ended);
            assertEquals(
                    ended,
                    mapped.entities()
                            .find(FileVerificationRow.class, files.ledger().id().value())
                            .progress());
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_installation_has_one_store_and_another_is_refused(Database kind) throws IOException {
        TestFiles files = files(kind);
        try (Rows mapped = Rows.of(databases.get(kind))) {
            var store = new DiskStore(home.resolve("blobs"), "a");
            OneStore.require(files.sql(), files.ledger(), store, "here");
            OneStore.require(files.sql(), files.ledger(), new DiskStore(home.resolve("blobs"), "b"), "here");
            var other = new DiskStore(home.resolve("other"), "a");
            var refused = assertThrows(
                    CannotStart.class, () -> OneStore.require(files.sql(), files.ledger(), other, "there"));
            assertTrue(refused.getMessage().contains("TROVE_BLOBS"));
            assertEquals(
                    store.name(),
                    mapped.entities()
                            .find(BlobStoreRow.class, files.ledger().id().value())
                            .name());
        }
    }
}
