package io.trove.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every blob store promises. */
abstract class BlobStoreContract {

    private static final long BYTES_MAX = 1 << 24;

    private final String ledger = UUID.randomUUID().toString().replace("-", "");

    /** The store, for the server of this name. */
    abstract BlobStore store(String server) throws IOException;

    /** Where the bytes of a blob lie. */
    abstract Path place(Blob blob);

    @Test
    void what_is_kept_is_read_whole_and_in_part() throws IOException {
        byte[] content = bytes(3_000_000);
        Blob blob = keep(ledger, content);
        assertArrayEquals(content, read(blob, Span.whole(content.length)));
        assertArrayEquals(new byte[] {content[0]}, read(blob, new Span(0, 1)));
        assertArrayEquals(Arrays.copyOfRange(content, 1_234_567, 1_234_667), read(blob, new Span(1_234_567, 100)));
        assertArrayEquals(new byte[] {content[2_999_999]}, read(blob, new Span(2_999_999, 1)));
    }

    @Test
    void nothing_is_something_that_can_be_kept() throws IOException {
        assertArrayEquals(new byte[0], read(keep(ledger, new byte[0]), Span.whole(0)));
    }

    @Test
    void how_much_of_it_is_there_is_known() throws IOException {
        Blob blob = keep(ledger, bytes(10));
        assertEquals(OptionalLong.of(10), store("b").size(blob));
        assertEquals(OptionalLong.empty(), store("b").size(new Blob("another", blob.hash(), 10)));
    }

    @Test
    void keeping_the_same_again_changes_nothing() throws IOException {
        byte[] content = bytes(1_000);
        keep(ledger, content);
        assertArrayEquals(content, read(keep(ledger, content), Span.whole(1_000)));
    }

    @Test
    void a_ledger_has_its_own_blobs() throws IOException {
        Blob blob = keep(ledger, bytes(10));
        assertThrows(BlobMissing.class, () -> read(new Blob("another", blob.hash(), 10), Span.whole(10)));
    }

    @Test
    void what_is_deleted_is_not_there_and_may_be_deleted_again() throws IOException {
        Blob blob = keep(ledger, bytes(10));
        store("a").delete(blob);
        store("a").delete(blob);
        assertThrows(BlobMissing.class, () -> read(blob, Span.whole(10)));
    }

    @Test
    void what_is_shorter_than_it_was_is_missing_before_anything_is_read() throws IOException {
        for (int left : new int[] {10, 0}) {
            Blob cut = new Blob(ledger, keep(ledger, bytes(left)).hash(), 20);
            for (Span span : new Span[] {Span.whole(20), new Span(5, 10), new Span(15, 5)}) {
                assertThrows(BlobMissing.class, () -> store("b").open(cut, span));
            }
        }
    }

    @Test
    void what_was_lost_is_there_when_it_is_kept_again() throws IOException {
        byte[] content = bytes(10);
        store("a").delete(keep(ledger, content));
        assertArrayEquals(content, read(keep(ledger, content), Span.whole(10)));
    }

    @Test
    void what_was_damaged_is_whole_when_it_is_kept_again() throws IOException {
        byte[] content = bytes(1_000);
        Files.write(place(keep(ledger, content)), new byte[1_000]);
        assertArrayEquals(content, read(keep(ledger, content), Span.whole(1_000)));
    }

    @Test
    void all_servers_know_it_by_one_name() throws IOException {
        String name = store("a").name();
        assertEquals(name, store("b").name());
        assertEquals(name, store("a").name());
    }

    @Test
    void what_arrives_at_one_server_arrives_at_no_other() throws IOException {
        assertNotEquals(store("a").arriving(), store("b").arriving());
    }

    Blob keep(String of, byte[] content) throws IOException {
        BlobStore store = store("a");
        try (Arrival arrival = Arrival.of(new ByteArrayInputStream(content), store.arriving(), BYTES_MAX, Set.of())) {
            var blob = new Blob(of, arrival.hash(), arrival.size());
            store.keep(blob, arrival.file());
            return blob;
        }
    }

    byte[] read(Blob blob, Span span) throws IOException {
        try (InputStream in = store("b").open(blob, span)) {
            return in.readAllBytes();
        }
    }

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }
}
