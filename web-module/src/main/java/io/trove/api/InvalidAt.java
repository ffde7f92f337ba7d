package io.trove.api;

import io.trove.event.Invalid;
import java.util.OptionalInt;

/** What is wrong with one of several events: which one, and in NDJSON its line. */
final class InvalidAt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int index;
    private final transient OptionalInt line;
    private final Invalid invalid;

    InvalidAt(int index, OptionalInt line, Invalid invalid) {
        super(invalid.getMessage(), invalid, false, false);
        this.index = index;
        this.line = line;
        this.invalid = invalid;
    }

    int index() {
        return index;
    }

    OptionalInt line() {
        return line;
    }

    /** With pointers into the whole body, or into the line. */
    Invalid invalid() {
        return invalid;
    }
}
