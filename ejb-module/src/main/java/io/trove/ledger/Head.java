package io.trove.ledger;

/** Where a ledger stands: how many events it has, when the last was recorded, and under which settings and epoch. */
public record Head(long size, long recordedAtMicros, long settingsVersion, long epoch) {

    Head after(int events, long recordedAtMicros) {
        return new Head(size + events, recordedAtMicros, settingsVersion, epoch);
    }
}
