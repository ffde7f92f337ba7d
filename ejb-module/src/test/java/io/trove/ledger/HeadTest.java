package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.merkle.Rfc6962;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HeadTest {

    @Test
    void the_padded_tree_never_becomes_shorter_and_is_the_same_tree() {
        int before = 0;
        for (long size = 1; size < 5_000; size++) {
            byte[] tree = tree(size);
            byte[] padded = new Head(size, 0, 0, 0, tree).paddedTree();
            assertTrue(padded.length >= before, "at " + size);
            before = padded.length;
            assertArrayEquals(tree, Head.kept(size, 0, 0, 0, padded).tree(), "at " + size);
            assertArrayEquals(tree, Head.kept(size, 0, 0, 0, tree).tree(), "at " + size);
        }
    }

    @Test
    void a_ledger_of_whose_tree_nothing_is_kept_has_none() {
        assertEquals(0, Head.kept(7, 0, 0, 0, null).tree().length);
        assertEquals(0, Head.kept(7, 0, 0, 0, new byte[0]).paddedTree().length);
        assertEquals(0, Head.BEGINNING.paddedTree().length);
    }

    private static byte[] tree(long size) {
        byte[] tree = new byte[Long.bitCount(size) * Rfc6962.HASH_BYTES];
        Arrays.fill(tree, (byte) size);
        return tree;
    }
}
