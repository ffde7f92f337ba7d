package io.trove.merkle;

/** Where the nodes of a tree are found: the hashes of its perfect subtrees. */
public interface Nodes {

    /** The hash of the {@code index}-th subtree of 2^{@code level} leaves; leaves have level 0. */
    byte[] node(int level, long index);
}
