package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.query.LimitRefused;
import io.trove.query.Order;
import io.trove.query.PageRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What evidence is asked for: {@code {filter, limit, cursor, from}}. A limit of 0 asks for no event, only for the proof of
 * growth from an earlier size.
 */
record EvidenceQuestion(Filter filter, Optional<PageRequest> page, OptionalLong from) {
    private static final Set<String> MEMBERS = Set.of("filter", "limit", "cursor", "from");

    static EvidenceQuestion of(Json body) {
        if (!body.isObject()) {
            throw new Invalid("", Body.kind(body), "an object such as {\"filter\": {\"type\": \"order.*\"}}");
        }
        body.members().keySet().stream()
                .filter(name -> !MEMBERS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new Invalid("/" + name, "a member " + name, "only filter, limit, cursor and from");
                });
        long limit = number(body, "limit").orElse(PageRequest.LIMIT_DEFAULT);
        if (limit < 0 || limit > PageRequest.LIMIT_MAX) {
            throw new LimitRefused((int) Math.max(-1, Math.min(limit, Integer.MAX_VALUE)));
        }
        return new EvidenceQuestion(
                Filter.of(body.member("filter").orElse(Json.object(Map.of()))),
                limit == 0 ? Optional.empty() : Optional.of(new PageRequest((int) limit, Order.ASC, cursor(body))),
                number(body, "from"));
    }

    private static OptionalLong number(Json body, String name) {
        var number = body.member(name);
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(number.get()
                .integer()
                .orElseThrow(() -> new Invalid("/" + name, Body.kind(number.get()), "a whole number")));
    }

    private static Optional<String> cursor(Json body) {
        return body.member("cursor")
                .map(cursor -> cursor.text()
                        .orElseThrow(() -> new Invalid("/cursor", Body.kind(cursor), "the next of an answer")));
    }
}
