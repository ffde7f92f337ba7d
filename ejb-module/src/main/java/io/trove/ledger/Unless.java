package io.trove.ledger;

import io.trove.filter.Filter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A condition of an append: it is refused when an event that matches is there after the position, whoever appended it.
 * What a caller decided from a query holds so at the commit, whatever entities the query was about.
 *
 * @param matches which events are meant; indexed terms only
 * @param after the last position that the caller has seen; -1 for none
 */
public record Unless(Filter matches, long after) {

    /** So many values may be asked for: types, entities, actors and index keys together. */
    static final int VALUES_MAX = 16;

    public Unless {
        List<String> others = matches.notIndexed();
        if (!others.isEmpty()) {
            throw ConditionRefused.notIndexed(others);
        }
        if (matches.size() > VALUES_MAX) {
            throw ConditionRefused.tooMany(matches.size(), VALUES_MAX);
        }
        if (after < -1) {
            throw new IllegalArgumentException("A position is -1 at least: " + after);
        }
    }

    /** What the digest of a request covers of it. */
    byte[] bytes() {
        return ("unless\0" + matches + '\0' + after + '\0').getBytes(StandardCharsets.UTF_8);
    }
}
