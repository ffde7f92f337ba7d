package io.trove.merkle;

import java.security.MessageDigest;
import java.util.Iterator;
import java.util.List;

/** Checks proofs: each returns when the proof holds, and is a {@link ProofInvalid} when it does not. */
public final class Proofs {

    private Proofs() {}

    /** The leaf is at this index of the tree that has this size and root. */
    public static void inclusion(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
        requireLeaf(index, size);
        Rfc6962.requireHash(leaf, "The leaf");
        subtree(Subtree.leaf(index), leaf, size, root, proof);
    }

    /** The tree of the second size begins with all the leaves of the tree of the first size, in their order. */
    public static void consistency(long from, long to, List<byte[]> proof, byte[] fromRoot, byte[] toRoot) {
        requireSizes(from, to);
        if (from == 0) {
            throw new ProofInvalid("Every tree begins with the tree that has no leaf, so a proof from it says nothing");
        }
        subtree(new Subtree(0, from), fromRoot, to, toRoot, proof);
    }

    /**
     * The proof leads from a tree of the first size to this root, as far as that can be told without the older root: false
     * when it cannot, because the older tree is a subtree of the newer one and its root is therefore not in the proof.
     */
    public static boolean growth(long from, long to, List<byte[]> proof, byte[] toRoot) {
        requireSizes(from, to);
        if (from == 0 || from == to) {
            requireLength(proof, 0);
            return true;
        }
        Subtree older = new Subtree(0, from);
        Subtree newer = new Subtree(0, to);
        requireLength(proof, length(older, newer, true));
        if (Long.bitCount(from) == 1) {
            return false;
        }
        requireEqual(climb(older, newer, true, new byte[0], proof.iterator()).whole(), toRoot, "The root");
        return true;
    }

    /** A subtree with this hash is one of the tree that has this size and root. */
    public static void subtree(Subtree wanted, byte[] hash, long size, byte[] root, List<byte[]> proof) {
        requireWithin(wanted, size);
        Subtree whole = new Subtree(0, size);
        if (!wanted.equals(whole)) {
            Rfc6962.requireHash(hash, "The hash that is to be proved");
        }
        requireLength(proof, length(wanted, whole, true));
        Pair found = climb(wanted, whole, true, hash, proof.iterator());
        requireEqual(found.part(), hash, "The older root");
        requireEqual(found.whole(), root, "The root");
    }

    /** What the proof makes of the wanted part, and of the whole. */
    private record Pair(byte[] part, byte[] whole) {}

    private static Pair climb(Subtree wanted, Subtree in, boolean known, byte[] hash, Iterator<byte[]> proof) {
        if (wanted.equals(in)) {
            byte[] found = known ? hash : proof.next();
            return new Pair(found, found);
        }
        if (wanted.end() <= in.middle()) {
            Pair left = climb(wanted, in.left(), known, hash, proof);
            return new Pair(left.part(), Rfc6962.node(left.whole(), proof.next()));
        }
        if (in.middle() <= wanted.start()) {
            Pair right = climb(wanted, in.right(), known, hash, proof);
            return new Pair(right.part(), Rfc6962.node(proof.next(), right.whole()));
        }
        Pair right = climb(new Subtree(in.middle(), wanted.end()), in.right(), false, hash, proof);
        byte[] left = proof.next();
        return new Pair(Rfc6962.node(left, right.part()), Rfc6962.node(left, right.whole()));
    }

    private static int length(Subtree wanted, Subtree in, boolean known) {
        if (wanted.equals(in)) {
            return known ? 0 : 1;
        }
        if (wanted.end() <= in.middle()) {
            return length(wanted, in.left(), known) + 1;
        }
        if (in.middle() <= wanted.start()) {
            return length(wanted, in.right(), known) + 1;
        }
        return length(new Subtree(in.middle(), wanted.end()), in.right(), false) + 1;
    }

    static void requireLeaf(long index, long size) {
        if (index < 0 || index >= size) {
            throw new ProofInvalid("A tree of %d leaves has none at index %d".formatted(size, index));
        }
    }

    static void requireSizes(long from, long to) {
        if (from < 0 || from > to) {
            throw new ProofInvalid("A tree of %d leaves cannot have grown from one of %d".formatted(to, from));
        }
    }

    static void requireWithin(Subtree wanted, long size) {
        if (wanted.end() > size) {
            throw new ProofInvalid("A tree of %d leaves has no subtree that ends at %d".formatted(size, wanted.end()));
        }
    }

    static void requireLength(List<byte[]> proof, int wanted) {
        if (proof.size() != wanted) {
            throw new ProofInvalid(
                    "The proof has %d hashes; for these sizes and indexes it has %d".formatted(proof.size(), wanted));
        }
        proof.forEach(hash -> Rfc6962.requireHash(hash, "A hash of the proof"));
    }

    static void requireEqual(byte[] found, byte[] wanted, String what) {
        if (!MessageDigest.isEqual(found, wanted)) {
            throw new ProofInvalid("%s that the proof leads to is another".formatted(what));
        }
    }
}
