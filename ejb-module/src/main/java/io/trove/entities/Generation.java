package io.trove.entities;

import java.util.Optional;

/**
 * The states of a ledger's entities as they were built once, with their snapshots, and by which folds.
 *
 * @param fold the name of the folds; none for those that are used by default
 */
public record Generation(long number, Optional<String> fold) {

    /** What is there before anything else was built. */
    static final Generation FIRST = new Generation(0, Optional.empty());
}
