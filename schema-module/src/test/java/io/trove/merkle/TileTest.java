package io.trove.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, 000",
        "0, 999, 256, 999",
        "0, 1000, 256, x001/000",
        "0, 1234067, 256, x001/x234/067",
        "1, 1234067, 8, x001/x234/067.p/8",
        "63, 5, 255, 005.p/255"
    })
    void a_tile_has_the_name_that_the_specification_gives_it(int level, long index, int width, String path) {
        assertEquals(path, new Tile(level, index, width).path());
        assertEquals(Optional.of(new Tile(level, index, width)), Tile.parse(level, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "00",
                "0000",
                "x000/001",
                "001/002",
                "x001",
                "x001/2",
                "-01",
                "000.p/0",
                "000.p/256",
                "000.p/08",
                "000.p/",
                "000/",
                "/000",
                "x001/000.p/1000",
                "x999/x999/x999/x999/x999/x999/999",
                "٠٠٠"
            })
    void another_name_is_no_tile(String path) {
        assertEquals(Optional.empty(), Tile.parse(0, path));
    }

    @Test
    void a_level_beyond_the_last_has_no_tile() {
        assertEquals(Optional.empty(), Tile.parse(64, "000"));
        assertEquals(Optional.empty(), Tile.parse(-1, "000"));
    }

    /** The example of the specification: 70,000 leaves. */
    @ParameterizedTest
    @CsvSource({
        "0, 272, 256",
        "0, 273, 112",
        "0, 274, 0",
        "1, 0, 256",
        "1, 1, 17",
        "1, 2, 0",
        "2, 0, 1",
        "2, 1, 0",
        "3, 0, 0",
        "63, 0, 0"
    })
    void a_tree_has_the_tiles_that_its_size_gives_it(int level, long index, int width) {
        assertEquals(width, Tile.width(level, index, 70_000));
    }

    @Test
    void a_bundle_gives_its_entries_again_and_is_refused_when_it_was_cut() {
        List<byte[]> entries = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[300]);
        byte[] bundle = EntryBundle.write(entries);
        assertArrayEquals(new byte[] {0, 3, 1, 2, 3, 0, 0, 1, 44}, Arrays.copyOf(bundle, 9));
        List<byte[]> read = EntryBundle.read(bundle);
        assertEquals(3, read.size());
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(entries.get(i), read.get(i));
        }
        assertThrows(ProofInvalid.class, () -> EntryBundle.read(Arrays.copyOf(bundle, bundle.length - 1)));
        assertThrows(ProofInvalid.class, () -> EntryBundle.read(Arrays.copyOf(bundle, 1)));
        assertThrows(ProofInvalid.class, () -> EntryBundle.read(new byte[2 * 257]));
    }

    @Test
    void a_tile_that_is_too_short_is_refused() {
        var nodes = new TiledNodes(300, tile -> new byte[tile.width() * Rfc6962.HASH_BYTES - 1]);
        assertThrows(ProofInvalid.class, () -> nodes.node(0, 0));
        assertThrows(ProofInvalid.class, () -> nodes.node(0, 300));
        assertThrows(ProofInvalid.class, () -> nodes.node(0, -1));
    }
}
