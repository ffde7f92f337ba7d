package io.trove.console;

import java.util.Locale;

/** What a new version of a schema has to keep, in words. */
public enum Compatibility {
    NONE("a new version may be anything"),
    BACKWARD("a new version still accepts what the version before accepts"),
    FORWARD("the version before accepts what a new version accepts"),
    FULL("a new version and the one before accept the same"),
    BACKWARD_TRANSITIVE("a new version still accepts what any earlier version accepts"),
    FORWARD_TRANSITIVE("every earlier version accepts what a new version accepts"),
    FULL_TRANSITIVE("all versions accept the same");

    private final String words;

    Compatibility(String words) {
        this.words = words;
    }

    public String getName() {
        return name();
    }

    /** What it means. */
    public String getWords() {
        return words;
    }

    /** Its name, and what it means. */
    public String getTold() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + words;
    }
}
