package io.trove.entities;

/** A fold gave no state, and why: the event is poison to its entity until the fold is mended or the event is skipped. */
final class FoldFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FoldFailed(String why) {
        super(why, null, false, false);
    }
}
