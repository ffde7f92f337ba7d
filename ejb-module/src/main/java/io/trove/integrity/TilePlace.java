package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of a full tile of leaves. */
class TilePlace implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private long tileIndex;

    TilePlace() {}

    TilePlace(long ledgerId, long tileIndex) {
        this.ledgerId = ledgerId;
        this.tileIndex = tileIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TilePlace that && ledgerId == that.ledgerId && tileIndex == that.tileIndex;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, tileIndex);
    }
}
