package io.trove.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStoreTest extends BlobStoreContract {

    @TempDir
    private Path root;

    @Override
    BlobStore store(String server) {
        return new DiskStore(root, server);
    }

    @Override
    Path place(Blob blob) {
        return root.resolve(blob.ledgerUid())
                .resolve(blob.hash().substring(0, 2))
                .resolve(blob.hash());
    }

    @Test
    void of_servers_that_name_it_at_once_all_have_one_name() {
        Set<String> names = Collections.newSetFromMap(new ConcurrentHashMap<>());
        IntStream.range(0, 16).parallel().forEach(i -> {
            try {
                names.add(store("server-" + i).name());
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
        assertEquals(1, names.size());
    }

    @Test
    void another_directory_is_another_store(@TempDir Path other) throws IOException {
        assertNotEquals(store("a").name(), new DiskStore(other, "a").name());
    }

    @Test
    void what_breaks_off_or_is_too_large_leaves_nothing() throws IOException {
        Path arriving = store("a").arriving();
        assertThrows(IOException.class, () -> Arrival.of(breakingOff(), arriving, 1 << 20, Set.of()));
        assertThrows(
                FileTooLarge.class,
                () -> Arrival.of(new ByteArrayInputStream(new byte[(1 << 20) + 1]), arriving, 1 << 20, Set.of()));
        assertEquals(List.of(), filesBelow(root));
    }

    static List<Path> filesBelow(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream breakingOff() {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection broke");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
    }
}
