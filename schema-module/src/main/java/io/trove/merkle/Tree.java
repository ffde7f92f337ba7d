package io.trove.merkle;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** A tree of a certain size, over nodes that may belong to a larger one: roots and proofs, as RFC 6962 defines them. */
public record Tree(long size, Nodes nodes) {

    public Tree {
        if (size < 0) {
            throw new ProofInvalid("A tree has no " + size + " leaves");
        }
    }

    /** The tree's hash. */
    public byte[] root() {
        return size == 0 ? Rfc6962.emptyRoot() : hash(whole());
    }

    /** The audit path of a leaf, from the leaf's sibling up. */
    public List<byte[]> inclusion(long index) {
        Proofs.requireLeaf(index, size);
        return subtree(Subtree.leaf(index));
    }

    /** The proof that this tree has the leaves of its first {@code from}, in their order; empty when there is nothing to prove. */
    public List<byte[]> consistency(long from) {
        Proofs.requireSizes(from, size);
        return from == 0 ? List.of() : subtree(new Subtree(0, from));
    }

    /** The proof that a subtree is one of this tree. */
    public List<byte[]> subtree(Subtree wanted) {
        Proofs.requireWithin(wanted, size);
        var proof = new ArrayList<byte[]>();
        prove(wanted, whole(), true, proof);
        return proof;
    }

    /** The hashes that, with these leaves, give the root: those of the largest subtrees without any of them, left to right. */
    public List<byte[]> multiProof(SortedSet<Long> indexes) {
        MultiProof.requireIndexes(indexes, size);
        var proof = new ArrayList<byte[]>();
        MultiProof.siblings(indexes, whole(), sibling -> proof.add(hash(sibling)));
        return proof;
    }

    private void prove(Subtree wanted, Subtree in, boolean known, List<byte[]> proof) {
        if (wanted.equals(in)) {
            if (!known) {
                proof.add(hash(in));
            }
        } else if (wanted.end() <= in.middle()) {
            prove(wanted, in.left(), known, proof);
            proof.add(hash(in.right()));
        } else if (in.middle() <= wanted.start()) {
            prove(wanted, in.right(), known, proof);
            proof.add(hash(in.left()));
        } else {
            prove(new Subtree(in.middle(), wanted.end()), in.right(), false, proof);
            proof.add(hash(in.left()));
        }
    }

    private byte[] hash(Subtree subtree) {
        if (subtree.isPerfect()) {
            int level = Long.numberOfTrailingZeros(subtree.size());
            return nodes.node(level, subtree.start() >> level);
        }
        return Rfc6962.node(hash(subtree.left()), hash(subtree.right()));
    }

    private Subtree whole() {
        return new Subtree(0, size);
    }
}
