package io.trove.expression;

/** The text is no expression, or one that is longer or deeper than allowed. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
        super(why);
    }
}
