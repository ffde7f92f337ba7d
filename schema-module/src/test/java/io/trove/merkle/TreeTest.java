package io.trove.merkle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TreeTest {

    private static final int TREES = 60;
    private static final int SIZE_MAX = 1_500;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void a_tree_that_is_grown_and_tiled_is_the_tree_that_the_rfc_defines() {
        for (int i = 0; i < TREES; i++) {
            GrownTree grown = anyTree();
            long size = 1L + random.nextInt((int) grown.range().size());
            Tree tree = grown.at(size);
            List<byte[]> entries = grown.entries(size);
            assertArrayEquals(NaiveTree.mth(entries), tree.root(), named());
            int index = random.nextInt((int) size);
            assertSame(NaiveTree.path(index, entries), tree.inclusion(index));
            int from = 1 + random.nextInt((int) size);
            assertSame(NaiveTree.proof(from, entries), tree.consistency(from));
            assertArrayEquals(
                    grown.at(grown.range().size()).root(), grown.range().root(), named());
        }
    }

    @Test
    void every_proof_that_is_made_holds_and_none_does_after_a_change() {
        for (int i = 0; i < TREES; i++) {
            GrownTree grown = anyTree();
            long size = grown.range().size();
            Tree tree = grown.at(size);
            byte[] root = tree.root();
            long index = random.nextInt((int) size);
            byte[] leaf = grown.leaf(index);
            Proofs.inclusion(index, size, leaf, tree.inclusion(index), root);
            long from = 1L + random.nextInt((int) size);
            byte[] fromRoot = grown.at(from).root();
            Proofs.consistency(from, size, tree.consistency(from), fromRoot, root);
            if (size > 1) {
                List<byte[]> changed = changed(tree.inclusion(index));
                refused(() -> Proofs.inclusion(index, size, leaf, changed, root));
                long other = (index + 1) % size;
                if (!Arrays.equals(leaf, grown.leaf(other))) {
                    refused(() -> Proofs.inclusion(other, size, leaf, tree.inclusion(other), root));
                }
            }
            if (from < size) {
                List<byte[]> changed = changed(tree.consistency(from));
                refused(() -> Proofs.consistency(from, size, changed, fromRoot, root));
                refused(() -> Proofs.consistency(from, size, tree.consistency(from), root, fromRoot));
            }
        }
    }

    @Test
    void one_proof_for_many_leaves_holds_for_these_and_for_no_others() {
        for (int i = 0; i < TREES; i++) {
            GrownTree grown = anyTree();
            long size = grown.range().size();
            Tree tree = grown.at(size);
            var leaves = new TreeMap<Long, byte[]>();
            for (int j = 0; j < 1 + random.nextInt(40); j++) {
                long index = random.nextInt((int) size);
                leaves.put(index, grown.leaf(index));
            }
            List<byte[]> proof = tree.multiProof(new TreeSet<>(leaves.keySet()));
            MultiProof.check(leaves, size, proof, tree.root());
            long changedAt = new ArrayList<>(leaves.keySet()).get(random.nextInt(leaves.size()));
            leaves.put(changedAt, changed(List.of(leaves.get(changedAt))).get(0));
            refused(() -> MultiProof.check(leaves, size, proof, tree.root()));
        }
    }

    @Test
    void one_proof_for_a_whole_tree_has_no_hash_and_for_one_leaf_those_of_its_path() {
        GrownTree grown = GrownTree.of(1_000, random);
        Tree tree = grown.at(1_000);
        var all = new TreeSet<Long>();
        for (long i = 0; i < 1_000; i++) {
            all.add(i);
        }
        assertEquals(0, tree.multiProof(all).size());
        assertEquals(
                tree.inclusion(517).size(),
                tree.multiProof(new TreeSet<>(List.of(517L))).size());
    }

    @Test
    void bounds_and_lengths_are_refused_before_anything_is_hashed() {
        byte[] hash = new byte[Rfc6962.HASH_BYTES];
        List<byte[]> endless = java.util.Collections.nCopies(1_000_000, hash);
        refused(() -> Proofs.inclusion(0, Long.MAX_VALUE, hash, endless, hash));
        refused(() -> Proofs.inclusion(-1, 8, hash, List.of(), hash));
        refused(() -> Proofs.inclusion(8, 8, hash, List.of(), hash));
        refused(() -> Proofs.inclusion(0, 2, new byte[31], List.of(hash), hash));
        refused(() -> Proofs.inclusion(0, 2, hash, List.of(new byte[33]), hash));
        refused(() -> Proofs.consistency(5, 4, List.of(), hash, hash));
        refused(() -> MultiProof.check(new TreeMap<>(), 4, List.of(), hash));
        refused(() -> CompactRange.of(3, hash));
        refused(() -> new Subtree(2, 6));
        refused(() -> new Tree(-1, (level, index) -> hash));
    }

    private GrownTree anyTree() {
        return GrownTree.of(1 + random.nextInt(SIZE_MAX), random);
    }

    private List<byte[]> changed(List<byte[]> hashes) {
        var changed = new ArrayList<byte[]>(hashes);
        int at = random.nextInt(changed.size());
        byte[] hash = changed.get(at).clone();
        hash[random.nextInt(hash.length)] ^= (byte) (1 << random.nextInt(8));
        changed.set(at, hash);
        return changed;
    }

    private void refused(org.junit.jupiter.api.function.Executable statement) {
        assertThrows(ProofInvalid.class, statement, named());
    }

    private void assertSame(List<byte[]> wanted, List<byte[]> found) {
        assertEquals(wanted.size(), found.size(), named());
        for (int i = 0; i < wanted.size(); i++) {
            assertArrayEquals(wanted.get(i), found.get(i), named());
        }
    }

    private String named() {
        return "with the seed " + seed;
    }
}
