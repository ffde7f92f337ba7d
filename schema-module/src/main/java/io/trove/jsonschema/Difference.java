package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.Optional;

/**
 * One thing in which two versions of a schema differ, and what that does to documents.
 *
 * @param version the earlier version that the new one was compared with
 * @param pointer the keyword, in the new version's schema, or in the earlier one's when {@code inEarlier}
 * @param rule the keyword and what became of it, such as {@code required-added} or {@code maximum-changed}
 * @param where the place in a document: names and indexes, {@code *} for other properties, {@code -} for items
 * @param why in words
 * @param counterExample a document that one version accepts and the other refuses, confirmed by both validators; present
 *     exactly when the standing is {@link Standing#BREAKING}
 */
public record Difference(
        String version,
        Direction direction,
        String pointer,
        boolean inEarlier,
        String rule,
        String where,
        Standing standing,
        String why,
        Optional<Json> counterExample) {

    public enum Direction {
        BACKWARD,
        FORWARD
    }

    public enum Standing {
        /** Proven to break nothing in this direction. */
        HARMLESS,
        /** There is a confirmed counter-example. */
        BREAKING,
        /** Breaks by what the keyword means; no counter-example was confirmed. */
        UNCONFIRMED,
        /** Neither a proof that it is harmless nor a counter-example was found; counts as incompatible. */
        UNDECIDED
    }
}
