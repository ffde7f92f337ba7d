package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.ledger.Unless;
import java.util.List;

/** Reads {@code "unless": {"matches": {filter}, "after": position}}. */
final class Condition {
    private static final String POINTER = "/unless";

    private Condition() {}

    static Unless read(Json unless) {
        Members.only(POINTER, unless, List.of("matches", "after"));
        var matches = unless.member("matches")
                .filter(Json::isObject)
                .orElseThrow(() -> wrong(unless, "matches", "a filter, such as {\"type\": \"seat.*\"}"));
        var after = unless.member("after")
                .filter(position -> position.integer().orElse(-2) >= -1)
                .orElseThrow(() -> wrong(unless, "after", "the last position that was seen, from 0, or -1 for none"));
        return new Unless(Filter.of(matches), after.integer().orElseThrow());
    }

    private static Invalid wrong(Json unless, String member, String wanted) {
        return new Invalid(
                POINTER + "/" + member, unless.member(member).map(Body::kind).orElse("nothing"), wanted);
    }
}
