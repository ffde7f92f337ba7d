package io.trove.integrity;

import java.io.Serializable;
import java.util.Objects;

/** The key of what was witnessed: the installation's ledger and the log's origin. */
class WatchedLog implements Serializable {

    private static final long serialVersionUID = 1L;

    private long ledgerId;
    private String origin;

    WatchedLog() {}

    WatchedLog(long ledgerId, String origin) {
        this.ledgerId = ledgerId;
        this.origin = origin;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WatchedLog that && ledgerId == that.ledgerId && origin.equals(that.origin);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ledgerId, origin);
    }
}
