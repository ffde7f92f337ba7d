package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.inline;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A bucket that is not there for a while, with all that is in it. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("database")
class BucketMissingTest {

    private static final String OBJECT = "s3://" + S3Server.BUCKET + "/reports/hello.txt";
    private static final String REFERENCE = "{\"id\":\"r\",\"isReference\":true,\"data\":\"" + OBJECT + "\"}";

    private Path home;
    private S3Server server;
    private S3 s3;
    private FreshDatabase database;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        home = temporary.toRealPath();
        server = S3Server.in(home.resolve("s3"));
        s3 = server.s3();
        database = FreshDatabase.of(Database.DERBY);
        Files.createDirectories(server.bucket().resolve("reports"));
        Files.writeString(server.bucket().resolve("reports/hello.txt"), "hello");
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        s3.close();
        server.close();
    }

    private TestFiles files(BlobStore store) {
        References references = new Place(home, "s3://" + S3Server.BUCKET + "/blobs").references(s3);
        return TestFiles.in(database, Database.DERBY, store, references, Clock.systemUTC());
    }

    private static Progress verify(TestFiles files) {
        return files.verify(Progress.begin("jane", files.shelf().nowMicros(), files.size()), () -> true);
    }

    @Test
    void what_was_kept_in_it_is_not_lost_and_whoever_reads_it_again_stops() throws IOException {
        TestFiles files = files(new S3Store(s3.bucket(S3Server.BUCKET), "blobs/", home.resolve("arriving")));
        files.append(JANE, inline("f", text("hello")));
        long size = files.size();

        server.loseBucket();
        try {
            var stopped = assertThrows(UncheckedIOException.class, () -> verify(files));
            assertInstanceOf(BucketMissing.class, stopped.getCause());
            var unavailable = assertThrows(
                    BlobStoreUnavailable.class,
                    () -> KeptBytes.behind(files.files(), files.shelf().store(), files.ledger(), "", size, () -> true));
            assertTrue(unavailable.getMessage().startsWith("The bucket that files are kept in is not there"));
        } finally {
            server.findBucket();
        }

        assertEquals(size, files.size());
        assertEquals(1, verify(files).verified());
        assertEquals(size, files.size());
    }

    @Test
    void references_into_it_are_refused_and_those_that_are_recorded_are_passed_over() throws IOException {
        TestFiles files = files(new DiskStore(home.resolve("blobs"), "a"));
        files.grant("s3://" + S3Server.BUCKET + "/reports/", true);
        files.append(JANE, REFERENCE);
        long size = files.size();

        server.loseBucket();
        try {
            assertThrows(FileRefused.class, () -> files.append(JANE, REFERENCE));
            Progress progress = verify(files);
            assertEquals(1, progress.skipped());
            assertEquals(0, progress.drifted());
        } finally {
            server.findBucket();
        }

        assertEquals(size, files.size());
        assertEquals(1, verify(files).verified());
    }
}
