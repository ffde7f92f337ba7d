package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.held;
import static io.trove.files.TestFiles.inline;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.ledger.Compared;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class KeptFilesTest {

    private static final String HASH = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static FreshDatabase database;

    @TempDir
    Path temporary;

    @Parameter
    Database kind;

    private Path home;
    private Path documents;
    private TestFiles files;

    @BeforeParameterizedClassInvocation
    static void aDatabase(Database kind) {
        database = FreshDatabase.of(kind);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void a_ledger() throws IOException {
        home = Files.createDirectories(temporary.toRealPath().resolve("home"));
        documents = Files.createDirectories(temporary.toRealPath().resolve("documents"));
        files = TestFiles.in(database, kind, home);
    }

    @Test
    void rows_that_nobody_touched_agree_with_their_events_whatever_was_known_of_the_bytes() throws Exception {
        Path seen = Files.writeString(documents.resolve("seen.txt"), "abc");
        files.grant("file://" + documents + "/", true);
        files.append(
                JANE,
                inline("inline", text("abc")),
                held("held", files.upload(text("uploaded"))),
                "{\"id\":\"elsewhere\",\"isReference\":true,\"data\":\"https://example.org/a\",\"size\":3}",
                "{\"id\":\"nothing\",\"filename\":\"a.txt\"}",
                "{\"id\":\"said\",\"isReference\":false,\"size\":3,\"hash\":\"sha256:" + HASH + "\"}");
        files.append(JANE, "{\"id\":\"seen\",\"isReference\":true,\"data\":\"file://" + seen + "\"}");
        Files.writeString(seen, "abd");
        files.verify(Progress.begin("jane", 1, files.size()), () -> true);
        files.grant("file://" + documents + "/", false);
        assertEquals(5, files.size() - 1);
        assertEquals(List.of(), differences());
    }

    @Test
    void what_was_changed_of_a_file_is_named_with_its_field() throws Exception {
        files.append(JANE, inline("a", text("abc")));
        tamper("UPDATE event_file SET size = 4");
        assertEquals(List.of("1 file size"), differences());
        tamper("UPDATE event_file SET size = 3, hash = '" + HASH.replace('b', 'c') + "'");
        assertEquals(List.of("1 file hash"), differences());
        tamper("UPDATE event_file SET hash = '" + HASH + "', locator = 'file:///etc/passwd'");
        assertEquals(List.of("1 file locator"), differences());
    }

    @Test
    void a_file_that_was_taken_away_is_named_and_so_is_one_that_was_slipped_in() throws Exception {
        files.append(JANE, inline("a", text("abc")));
        files.append(JANE, "{\"id\":\"b\"}");
        tamper(
                "INSERT INTO event_file SELECT ledger_id, 2, file_id, hash, size, locator FROM event_file WHERE position = 1");
        assertEquals(List.of("2 file file_id"), differences());
        tamper("DELETE FROM event_file WHERE position = 1");
        assertEquals(List.of("1 file file_id", "2 file file_id"), differences());
    }

    @Test
    void a_root_that_was_granted_behind_the_events_back_is_named() throws Exception {
        files.grant("file://" + documents + "/", true);
        tamper("UPDATE file_root SET root = 'file:///'");
        assertEquals(List.of("1 file root root"), differences());
    }

    @Test
    void bytes_are_read_again_once_and_named_at_every_event_that_holds_them_when_they_changed() throws Exception {
        String hash = files.upload(text("abc"));
        files.append(JANE, held("a", hash));
        files.append(JANE, held("b", hash), inline("c", text("other")));
        assertEquals(List.of("8 bytes in 2 files"), reread());

        Files.write(stored(hash), text("abd"), StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(List.of("2 file bytes", "1 file bytes", "8 bytes in 2 files"), reread());

        Files.delete(stored(hash));
        assertEquals(List.of("2 file bytes", "1 file bytes", "5 bytes in 2 files"), reread());
    }

    @Test
    void reading_bytes_again_stops_when_it_must() {
        files.append(JANE, inline("a", text("abc")));
        assertEquals(Optional.empty(), behind("", false));
    }

    private Path stored(String hash) throws IOException {
        try (var all = Files.walk(home)) {
            return all.filter(path -> path.getFileName().toString().contains(hash))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private List<String> reread() {
        var found = new ArrayList<String>();
        long bytes = 0;
        int count = 0;
        Optional<String> at = Optional.of("");
        while (at.isPresent()) {
            KeptBytes.Reread next = behind(at.get(), true).orElseThrow();
            next.differences().forEach(each -> found.add(each.position() + " " + each.subject() + " " + each.field()));
            bytes += next.bytes();
            count += next.hash().isPresent() ? 1 : 0;
            at = next.hash();
        }
        found.add(bytes + " bytes in " + count + " files");
        return found;
    }

    private Optional<KeptBytes.Reread> behind(String hash, boolean mayGoOn) {
        return KeptBytes.behind(
                files.files(), files.shelf().store(), files.ledger(), hash, files.size(), () -> mayGoOn);
    }

    private void tamper(String sql) throws SQLException {
        assertEquals(1, Compared.tamper(database, files.ledger(), sql), sql);
    }

    private List<String> differences() throws SQLException {
        return Compared.differences(new KeptFiles(), database, files.ledger(), files.size());
    }
}
