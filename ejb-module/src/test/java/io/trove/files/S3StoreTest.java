package io.trove.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class S3StoreTest extends BlobStoreContract {

    private Path home;

    private S3Server server;
    private S3 s3;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        home = temporary;
        server = S3Server.in(home.resolve("s3"));
        s3 = server.s3();
    }

    @AfterAll
    void stop() throws IOException {
        s3.close();
        server.close();
    }

    @Override
    BlobStore store(String name) {
        return store(name, "");
    }

    private BlobStore store(String name, String prefix) {
        return new S3Store(s3.bucket(S3Server.BUCKET), prefix, home.resolve(name));
    }

    @Override
    Path place(Blob blob) {
        return server.bucket()
                .resolve(blob.ledgerUid())
                .resolve(blob.hash().substring(0, 2))
                .resolve(blob.hash());
    }

    @Test
    void another_prefix_is_another_store() throws IOException {
        String name = store("a").name();
        assertNotEquals(name, store("a", "other/").name());
        assertEquals(name, store("a").name());
    }

    @Test
    void a_server_that_is_gone_is_a_failure_and_is_used_again_when_it_is_back() throws Exception {
        byte[] content = bytes(1_000);
        Blob blob = keep("gone", content);
        server.stop();
        try {
            assertThrows(IOException.class, () -> read(blob, Span.whole(1_000)));
            assertThrows(IOException.class, () -> keep("gone", bytes(1_001)));
            assertThrows(IOException.class, () -> store("a").delete(blob));
        } finally {
            server.start();
        }
        assertArrayEquals(content, read(blob, Span.whole(1_000)));
    }

    @Test
    void a_bucket_that_is_not_there_is_a_failure() {
        var none = new S3Store(s3.bucket("no-such-bucket"), "", home.resolve("a"));
        assertThrows(IOException.class, none::name);
    }

    @Test
    void what_was_in_a_bucket_that_is_not_there_is_not_missing() throws IOException {
        byte[] content = bytes(1_000);
        Blob blob = keep("bucket", content);
        server.loseBucket();
        try {
            assertThrows(BucketMissing.class, () -> store("a").size(blob));
            assertThrows(BucketMissing.class, () -> read(blob, Span.whole(1_000)));
            assertThrows(BucketMissing.class, () -> read(blob, Span.whole(0)));
        } finally {
            server.findBucket();
        }
        assertArrayEquals(content, read(blob, Span.whole(1_000)));
    }

    @Test
    void bytes_that_are_not_those_of_their_hash_are_not_kept() throws IOException {
        Path wrong = Files.write(home.resolve("wrong"), bytes(10));
        var blob = new Blob("wrong", "0".repeat(64), 10);
        assertThrows(IOException.class, () -> store("a").keep(blob, wrong));
        assertThrows(BlobMissing.class, () -> read(blob, Span.whole(10)));
    }
}
