package io.trove.registry;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a version of a schema may be used for. */
public enum Status {
    /** By events that name it. */
    DRAFT,
    /** By events that name it, and as the default of its type. */
    ENABLED,
    /** By events that name it; others are better. */
    DEPRECATED,
    /** By nothing new. */
    DISABLED;

    /** The status as requests and answers say it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Status> of(String text) {
        return Arrays.stream(values()).filter(each -> each.text().equals(text)).findFirst();
    }
}
