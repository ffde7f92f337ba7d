/**
 * The Merkle tree of RFC 6962, for whoever grows one, serves one or checks one.
 *
 * <p>Promises: roots, inclusion and consistency proofs are those of RFC 6962 and RFC 9162 to the byte; tiles and entry
 * bundles are those of C2SP {@code tlog-tiles}. A proof's sizes, indexes and lengths are checked before anything is
 * hashed, and what does not hold is a {@link io.trove.merkle.ProofInvalid} that says what was got and what was wanted.
 *
 * <p>Operations: {@link io.trove.merkle.CompactRange} grows a tree leaf by leaf and knows its root; {@link
 * io.trove.merkle.Tree} makes proofs from any source of {@link io.trove.merkle.Nodes}, such as {@link
 * io.trove.merkle.TiledNodes}; {@link io.trove.merkle.Proofs} checks one statement, {@link io.trove.merkle.MultiProof}
 * many leaves at once; {@link io.trove.merkle.Tile} names a piece of the tree, {@link io.trove.merkle.EntryBundle} holds
 * the entries under one.
 *
 * <p>Out of scope: what an entry is, where tiles are kept, who signs a root.
 *
 * <p><em>Why one algorithm for inclusion and consistency? Both say that a subtree belongs to a tree: a leaf is a subtree
 * of one, an older tree one that begins at 0. So there is one recursion to get right, and it is the text of the
 * RFC.</em>
 */
package io.trove.merkle;
