package io.trove.files;

import java.util.OptionalLong;

/** How far the newest verification of a ledger is: behind this file of the event at this position, of those below a bound. */
record Progress(
        String requestedBy,
        long startedAt,
        OptionalLong endedAt,
        long below,
        long atPosition,
        String atFile,
        long verified,
        long skipped,
        long drifted) {

    static Progress begin(String requestedBy, long nowMicros, long below) {
        return new Progress(requestedBy, nowMicros, OptionalLong.empty(), below, -1, "", 0, 0, 0);
    }

    Progress behind(DriftRows.Of of, boolean isSkipped, boolean isDrifted) {
        return new Progress(
                requestedBy,
                startedAt,
                endedAt,
                below,
                of.position(),
                of.file().fileId(),
                verified + (isSkipped ? 0 : 1),
                skipped + (isSkipped ? 1 : 0),
                drifted + (isDrifted ? 1 : 0));
    }

    Progress ended(long nowMicros) {
        return new Progress(
                requestedBy,
                startedAt,
                OptionalLong.of(nowMicros),
                below,
                atPosition,
                atFile,
                verified,
                skipped,
                drifted);
    }
}
