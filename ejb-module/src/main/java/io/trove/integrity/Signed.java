package io.trove.integrity;

import io.trove.evidence.Checkpoint;
import io.trove.evidence.SignedNote;

/** A checkpoint as it was signed, and when. */
public record Signed(SignedNote note, long signedAtMicros) {

    public Checkpoint checkpoint() {
        return Checkpoint.of(note);
    }
}
