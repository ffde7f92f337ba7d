package io.trove.jsonschema;

/** What a new version of a schema owes the earlier ones. */
public enum CompatibilityMode {
    NONE(false, false, false),
    /** The new version reads what was written with the one before: each of its documents is one of the new version's. */
    BACKWARD(true, false, false),
    /** The version before reads what is written with the new one. */
    FORWARD(false, true, false),
    FULL(true, true, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD_TRANSITIVE(false, true, true),
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    CompatibilityMode(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    public boolean backward() {
        return backward;
    }

    public boolean forward() {
        return forward;
    }

    /** Owed to every earlier version, not only to the newest of them. */
    public boolean transitive() {
        return transitive;
    }
}
