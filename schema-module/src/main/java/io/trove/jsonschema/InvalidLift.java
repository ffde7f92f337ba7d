package io.trove.jsonschema;

/** The member {@code lift} of a registration is no lift: where, and what was wanted. */
public final class InvalidLift extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    InvalidLift(String pointer, String why) {
        super(why);
        this.pointer = pointer;
    }

    /** Into the lift. */
    public String pointer() {
        return pointer;
    }
}
