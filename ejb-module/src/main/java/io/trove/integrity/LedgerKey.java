package io.trove.integrity;

import io.trove.evidence.NoteKey;
import java.util.OptionalLong;

/**
 * A key that signs for a ledger, or did.
 *
 * @param position the event that made it the ledger's
 * @param fromSize the smallest tree that it signs
 * @param toSize the largest one: that which ends with the event of its successor, to whom it hands over thereby
 */
public record LedgerKey(NoteKey key, long position, long fromSize, OptionalLong toSize) {

    boolean signs(long size) {
        return size >= fromSize && size <= toSize.orElse(Long.MAX_VALUE);
    }
}
