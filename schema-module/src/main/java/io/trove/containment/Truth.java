package io.trove.containment;

/** Whether something holds, as far as that can be told. */
enum Truth {
    YES,
    NO,
    UNCLEAR;

    static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNCLEAR -> UNCLEAR;
        };
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNCLEAR;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }
}
