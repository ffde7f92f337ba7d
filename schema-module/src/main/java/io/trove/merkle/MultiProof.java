package io.trove.merkle;

import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * One proof for many leaves: the hashes of the largest subtrees that hold none of them, from left to right. Leaves that
 * share their way up share its hashes.
 */
public final class MultiProof {

    private MultiProof() {}

    /** Checks that the leaves, by index, are those of the tree that has this size and root. */
    public static void check(SortedMap<Long, byte[]> leaves, long size, List<byte[]> proof, byte[] root) {
        SortedSet<Long> indexes = new java.util.TreeSet<>(leaves.keySet());
        requireIndexes(indexes, size);
        leaves.values().forEach(leaf -> Rfc6962.requireHash(leaf, "A leaf"));
        Rfc6962.requireHash(root, "The root");
        int[] length = new int[1];
        siblings(indexes, new Subtree(0, size), sibling -> length[0]++);
        Proofs.requireLength(proof, length[0]);
        Proofs.requireEqual(hash(leaves, new Subtree(0, size), proof.iterator()), root, "The root");
    }

    static void requireIndexes(SortedSet<Long> indexes, long size) {
        if (indexes.isEmpty()) {
            throw new ProofInvalid("A proof of no leaf proves nothing");
        }
        Proofs.requireLeaf(indexes.first(), size);
        Proofs.requireLeaf(indexes.last(), size);
    }

    static void siblings(SortedSet<Long> indexes, Subtree in, Consumer<Subtree> sibling) {
        SortedSet<Long> within = indexes.subSet(in.start(), in.end());
        if (within.isEmpty()) {
            sibling.accept(in);
        } else if (in.size() > 1) {
            siblings(within, in.left(), sibling);
            siblings(within, in.right(), sibling);
        }
    }

    private static byte[] hash(SortedMap<Long, byte[]> leaves, Subtree in, Iterator<byte[]> proof) {
        SortedMap<Long, byte[]> within = leaves.subMap(in.start(), in.end());
        if (within.isEmpty()) {
            return proof.next();
        }
        if (in.size() == 1) {
            return within.get(in.start());
        }
        byte[] left = hash(within, in.left(), proof);
        return Rfc6962.node(left, hash(within, in.right(), proof));
    }
}
