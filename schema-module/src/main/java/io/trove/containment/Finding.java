package io.trove.containment;

import io.trove.event.Json;
import java.util.Optional;

/**
 * One thing that a schema demands, and whether another's documents all meet it.
 *
 * @param pointer the keyword in the schema that makes the demand; in a schema referred to by an address, after that and
 *     {@code #}
 * @param where the place in a document: names and indexes, {@code *} for other properties, {@code -} for items,
 *     {@code {regex}} for properties of such names
 * @param demand in words
 * @param witness a document of the other schema that does not meet the demand; both validators said so
 */
public record Finding(
        String pointer, String keyword, String where, String demand, Sort sort, Answer answer, Optional<Json> witness) {

    /** How the demand relates to what the other schema says in so many words. */
    public enum Sort {
        /** The other schema makes no demand of this kind there. */
        ADDED,
        /** The other schema makes another demand of this kind there. */
        CHANGED,
        /** A demand of the other schema that this one does not make. */
        REMOVED
    }

    /** Whether all documents of the other schema meet the demand. */
    public enum Answer {
        /** They do: proven. */
        MET,
        /** One does not: there is a witness, confirmed by both validators. */
        BROKEN,
        /** They do not, by what the rule says; no witness was confirmed. */
        NARROWER,
        /** Neither a proof nor a witness was found. */
        OPEN
    }
}
