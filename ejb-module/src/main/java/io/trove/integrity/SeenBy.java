package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of a cosignature: the ledger, the size and who saw it. */
class SeenBy implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long treeSize;
    private String witness;

    SeenBy() {}

    SeenBy(long ledgerId, long treeSize, String witness) {
        this.ledgerId = ledgerId;
        this.treeSize = treeSize;
        this.witness = witness;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeenBy that
                && ledgerId == that.ledgerId
                && treeSize == that.treeSize
                && witness.equals(that.witness);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, treeSize, witness);
    }
}
