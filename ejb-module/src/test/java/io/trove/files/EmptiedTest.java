package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.held;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class EmptiedTest {

    @TempDir
    private Path home;

    @ParameterizedTest
    @EnumSource(Database.class)
    void all_bytes_of_a_removed_ledger_are_forgotten_and_no_others(Database kind) throws IOException {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestFiles stays = TestFiles.in(database, kind, home);
            TestFiles goes = TestFiles.in(database, kind, home);
            String kept = stays.upload(text("the same"));
            goes.append(JANE, held("f", goes.upload(text("the same"))));
            String unused = goes.upload(text("unused"));

            Emptied.empty(goes.ledger(), goes.shelf());
            Emptied.empty(goes.ledger(), goes.shelf());

            assertFalse(isThere(goes, kept, 8) || isThere(goes, unused, 6));
            assertTrue(isThere(stays, kept, 8));
        }
    }

    private static boolean isThere(TestFiles files, String hash, long size) throws IOException {
        return files.shelf()
                .store()
                .size(new Blob(files.ledger().uid(), hash, size))
                .isPresent();
    }
}
