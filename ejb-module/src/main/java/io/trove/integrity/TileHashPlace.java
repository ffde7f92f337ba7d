package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of a hash of the tiles above the leaves. */
class TileHashPlace implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private int level;
    private long hashIndex;

    TileHashPlace() {}

    TileHashPlace(long ledgerId, int level, long hashIndex) {
        this.ledgerId = ledgerId;
        this.level = level;
        this.hashIndex = hashIndex;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TileHashPlace that
                && ledgerId == that.ledgerId
                && level == that.level
                && hashIndex == that.hashIndex;
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, level, hashIndex);
    }
}
