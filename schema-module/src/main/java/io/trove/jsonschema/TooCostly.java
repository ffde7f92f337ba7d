package io.trove.jsonschema;

/** Whether a value conforms cannot be found out within the bounds; the message says which was reached. */
public final class TooCostly extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooCostly(String reason) {
        super(reason, null, false, false);
    }
}
