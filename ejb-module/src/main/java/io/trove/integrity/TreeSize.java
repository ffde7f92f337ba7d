package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of a checkpoint: its ledger and its size. */
class TreeSize implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long treeSize;

    TreeSize() {}

    TreeSize(long ledgerId, long treeSize) {
        this.ledgerId = ledgerId;
        this.treeSize = treeSize;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TreeSize that && ledgerId == that.ledgerId && treeSize == that.treeSize;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, treeSize);
    }
}
