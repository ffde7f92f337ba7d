package io.trove.integrity;

import io.trove.evidence.SignedNote;

/** What a witness answers to a checkpoint that it could cosign. */
public sealed interface Witnessed {

    /** It did; this is its line. */
    record Cosigned(SignedNote.Line line) implements Witnessed {}

    /** It has cosigned another size, or another tree of this size, since; this is the size. */
    record Elsewhere(long size) implements Witnessed {}
}
