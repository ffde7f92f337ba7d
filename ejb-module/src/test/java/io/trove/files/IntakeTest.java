package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.JOE;
import static io.trove.files.TestFiles.held;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(Lifecycle.PER_CLASS)
@Tag("database")
class IntakeTest {

    private static final byte[] HELLO = text("hello");
    private static final String OF_HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    private Path home;

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
        return TestFiles.in(databases.get(kind), kind, home.resolve(kind.name()));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_event_keeps_everything_of_an_inline_file_but_its_bytes(Database kind) {
        TestFiles files = files(kind);
        String file =
                "{\"id\":\"f\",\"contentType\":\"text/plain\",\"filename\":\"a.txt\",\"mine\":1,\"data\":\"aGVsbG8=\"}";

        Receipt receipt = files.append(JANE, file);

        assertEquals(
                Json.object(Map.of(
                        "id",
                        "f",
                        "contentType",
                        "text/plain",
                        "filename",
                        "a.txt",
                        "mine",
                        1,
                        "isReference",
                        false,
                        "size",
                        5,
                        "hash",
                        "sha256:" + OF_HELLO)),
                files.file(receipt));
        assertTrue(files.holds(receipt, "f", HELLO));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_claim_that_does_not_hold_is_refused_and_nothing_is_kept(Database kind) throws IOException {
        TestFiles files = files(kind);
        long before = kept(files);
        for (String claim : List.of("\"size\":4", "\"hash\":\"sha256:" + "0".repeat(64) + "\"")) {
            String wrong = "{\"id\":\"b\",\"data\":\"aGVsbG8=\"," + claim + "}";
            assertThrows(FileRefused.class, () -> files.append(JANE, inline("a", text("another for " + kind)), wrong));
        }
        assertEquals(before, kept(files));
        assertEquals(
                List.of(),
                DiskStoreTest.filesBelow(
                        Files.createDirectories(files.shelf().store().arriving())));
    }

    private long kept(TestFiles files) {
        return files.sql()
                .select(row -> row.getLong(1), "SELECT COUNT(*) FROM blob")
                .get(0);
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_claim_that_holds_is_kept(Database kind) {
        TestFiles files = files(kind);
        String file = "{\"id\":\"f\",\"data\":\"aGVsbG8=\",\"size\":5,\"hash\":\"sha256:" + OF_HELLO + "\"}";
        assertTrue(files.holds(files.append(JANE, file), "f", HELLO));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_is_no_base64_and_what_is_too_long_for_an_event_is_refused(Database kind) {
        TestFiles files = files(kind);
        assertThrows(FileRefused.class, () -> files.append(JANE, "{\"id\":\"f\",\"data\":\"not base64!\"}"));
        for (int beyond : new int[] {1, 3}) {
            String tooLong = inline("f", new byte[Intake.INLINE_BYTES_MAX + beyond]);
            assertThrows(FileRefused.class, () -> files.append(JANE, tooLong));
        }
        byte[] justRight = new byte[Intake.INLINE_BYTES_MAX];
        assertTrue(files.holds(files.append(JANE, inline("f", justRight)), "f", justRight));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void uploaded_bytes_are_given_by_their_uploader_and_by_who_sees_an_event_that_holds_them(Database kind) {
        TestFiles files = files(kind);
        String hash = files.upload(text("uploaded"));
        assertThrows(FileRefused.class, () -> files.append(JOE, held("f", hash)));
        assertTrue(files.holds(files.append(JANE, held("f", hash)), "f", text("uploaded")));
        assertThrows(FileRefused.class, () -> files.append(JOE, held("f", hash)));
        files.letJoeSee(hash);
        assertTrue(files.holds(files.append(JOE, held("f", hash)), "f", text("uploaded")));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void bytes_of_another_ledger_and_bytes_that_nobody_brought_are_refused_alike(Database kind) {
        String hash = files(kind).upload(text("elsewhere"));
        TestFiles files = files(kind);
        var elsewhere = assertThrows(FileRefused.class, () -> files.append(JANE, held("f", hash)));
        var nowhere = assertThrows(FileRefused.class, () -> files.append(JANE, held("f", "0".repeat(64))));
        for (String none :
                List.of("", "../../etc/passwd", OF_HELLO + "0", OF_HELLO.toUpperCase(Locale.ROOT), "\\u0000")) {
            assertThrows(FileRefused.class, () -> files.append(JANE, held("f", none)));
        }
        assertEquals(
                elsewhere.getMessage().replace(hash, ""), nowhere.getMessage().replace("0".repeat(64), ""));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void naming_a_hash_gives_nobody_the_bytes(Database kind) {
        TestFiles files = files(kind);
        files.upload(HELLO);
        Receipt receipt = files.append(JOE, "{\"id\":\"f\",\"hash\":\"sha256:" + OF_HELLO + "\",\"size\":5}");
        assertEquals(Optional.empty(), files.files().find(files.ledger(), receipt.position(), "f"));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_reference_that_nobody_may_follow_is_recorded_as_not_verified(Database kind) {
        TestFiles files = files(kind);
        Receipt receipt = files.append(
                JANE, "{\"id\":\"f\",\"isReference\":true,\"verified\":true,\"data\":\"https://example.com/a\"}");
        assertEquals(
                Json.object(Map.of("id", "f", "isReference", true, "verified", false, "data", "https://example.com/a")),
                files.file(receipt));
        assertEquals(Optional.empty(), files.files().find(files.ledger(), receipt.position(), "f"));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void the_events_that_hold_the_same_bytes_are_found_newest_first(Database kind) {
        TestFiles files = files(kind);
        Receipt first = files.append(JANE, inline("a", HELLO), inline("b", text("other")));
        Receipt second = files.append(JANE, inline("c", HELLO));
        assertEquals(
                List.of(second.position(), first.position()),
                files.files().holders(files.ledger(), OF_HELLO, files.size()));
        assertEquals(List.of(first.position()), files.files().holders(files.ledger(), OF_HELLO, second.position()));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void jakarta_persistence_reads_the_rows_that_were_written(Database kind) {
        TestFiles files = files(kind);
        Receipt receipt = files.append(JANE, inline("f", HELLO));
        long ledger = files.ledger().id().value();
        try (Rows mapped = Rows.of(databases.get(kind))) {
            assertEquals(
                    new Attached("f", OF_HELLO, 5, Optional.empty()),
                    mapped.entities()
                            .find(EventFileRow.class, new EventFileRow.Key(ledger, receipt.position(), "f"))
                            .file());
            BlobRow blob = mapped.entities().find(BlobRow.class, new BlobRow.Key(ledger, OF_HELLO));
            assertTrue(blob.isKept());
            assertEquals(5, blob.size());
            var upload = new BlobUploadRow(ledger, OF_HELLO, "jane");
            assertEquals(upload, mapped.entities().find(BlobUploadRow.class, upload));
        }
    }
}
