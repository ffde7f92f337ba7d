package io.trove.ledger;

import io.trove.merkle.Rfc6962;
import java.util.Arrays;

/**
 * Where a ledger stands: how many events it has, when the last was recorded, under which settings and epoch, and what is
 * kept of its tree to go on growing it (the bytes of a compact range, as who grows it gave them; none before that). The
 * tree follows from the events, so heads are told apart by the rest.
 */
public record Head(long size, long recordedAtMicros, long settingsVersion, long epoch, byte[] tree) {

    /** A ledger before its first event. */
    static final Head BEGINNING = new Head(0, 0, 0, 0, new byte[0]);

    /** The head that a row holds: what lies behind the tree is padding. */
    public static Head kept(long size, long recordedAtMicros, long settingsVersion, long epoch, byte[] tree) {
        int length = tree == null ? 0 : Math.min(tree.length, Long.bitCount(size) * Rfc6962.HASH_BYTES);
        return new Head(
                size,
                recordedAtMicros,
                settingsVersion,
                epoch,
                length == 0 ? new byte[0] : Arrays.copyOf(tree, length));
    }

    /** The tree, padded so that it does not become shorter as the ledger grows. */
    byte[] paddedTree() {
        int length = (Long.SIZE - Long.numberOfLeadingZeros(size)) * Rfc6962.HASH_BYTES;
        return tree.length == 0 ? tree : Arrays.copyOf(tree, Math.max(tree.length, length));
    }

    Head after(int events, long recordedAtMicros, byte[] grown) {
        return new Head(size + events, recordedAtMicros, settingsVersion, epoch, grown);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Head head
                && size == head.size
                && recordedAtMicros == head.recordedAtMicros
                && settingsVersion == head.settingsVersion
                && epoch == head.epoch;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    /** The same under these settings. */
    Head under(long otherSettingsVersion) {
        return new Head(size, recordedAtMicros, otherSettingsVersion, epoch, tree);
    }
}
