/**
 * The tree of each ledger: grown with it, signed, proved from, and audited.
 *
 * <p>Promises: every event is the leaf at its position from the transaction on that wrote it; a checkpoint is one row for
 * its size before anybody is told of it, and no server signs one that does not continue the one before; a proof reads a
 * number of tiles that grows with the tree's depth; a disagreement is found, named and kept, and nothing here ever
 * overwrites what disagrees.
 *
 * <p>Operations: {@link io.trove.integrity.Checkpoints} hands out the newest checkpoint, and one that is new enough;
 * {@link io.trove.integrity.Proving} gives tiles, entry bundles, inclusion and consistency proofs; {@link
 * io.trove.integrity.Disclosing} gives evidence; {@link io.trove.integrity.Auditing} audits; {@link
 * io.trove.integrity.Witnessing} is a witness to other logs, as those that are configured are to these.
 *
 * <p>Out of scope: the rules of records (io.trove.event), the tree's arithmetic (io.trove.merkle), the formats and the
 * offline check (io.trove.evidence).
 *
 * <p><em>Why is a tile of leaves kept whole, and those above hash by hash? A leaf's tile is complete when its events are
 * there, and can be written once. A tile above grows over 65,536 events or more, and no row here is ever changed.</em>
 */
package io.trove.integrity;
