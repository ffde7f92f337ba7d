package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.filter.FilterRefused;
import io.trove.query.LimitRefused;
import io.trove.query.Order;
import io.trove.query.PageRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the tool {@code event.query} asks: {@code {eventType, entityId, entityTypeSlug, since, as, limit, cursor}}. */
record Question(Filter filter, PageRequest page, Optional<String> as) {
    private static final Map<String, String> TERMS = Map.of(
            "eventType", "type",
            "entityId", "entityId",
            "entityTypeSlug", "entityType",
            "since", "since");
    private static final Set<String> BESIDE = Set.of("as", "limit", "cursor");

    static Question of(Json body) {
        if (!body.isObject()) {
            throw new Invalid("", Body.kind(body), "an object such as {\"eventType\": \"order.*\"}");
        }
        body.member("since").ifPresent(Question::requireTime);
        var terms = new HashMap<String, Json>();
        body.members().forEach((name, value) -> {
            if (TERMS.containsKey(name)) {
                terms.put(TERMS.get(name), value);
            } else if (!BESIDE.contains(name)) {
                throw new Invalid(
                        "/" + name,
                        "a member " + name,
                        "only eventType, entityId, entityTypeSlug, since, as, limit and cursor");
            }
        });
        return new Question(
                filter(terms),
                new PageRequest(limit(body), Order.DESC, text(body, "cursor", "the next of an answer")),
                text(body, "as", "latest, or a schema version's name"));
    }

    /** What is wrong with it is told by the names of the tool. */
    private static Filter filter(Map<String, Json> terms) {
        try {
            return Filter.of(Json.object(terms));
        } catch (FilterRefused refused) {
            throw refused.as(name -> TERMS.entrySet().stream()
                    .filter(term -> term.getValue().equals(name))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(name));
        }
    }

    /** As the tool's schema has it; an address, which knows only text, has milliseconds as text too. */
    private static void requireTime(Json since) {
        var isTime = since.integer().isPresent()
                || since.text().filter(text -> text.indexOf('T') > 0).isPresent();
        if (!isTime) {
            throw FilterRefused.value(
                    "since",
                    Body.kind(since),
                    "a time such as 2024-03-15T10:30:00Z, or a number: milliseconds since 1970");
        }
    }

    private static int limit(Json body) {
        var limit = body.member("limit");
        if (limit.isEmpty()) {
            return PageRequest.LIMIT_DEFAULT;
        }
        var number = limit.get()
                .integer()
                .orElseThrow(() -> new Invalid("/limit", Body.kind(limit.get()), "a whole number"));
        if (number < 1 || number > PageRequest.LIMIT_MAX) {
            throw new LimitRefused((int) Math.max(0, Math.min(number, Integer.MAX_VALUE)));
        }
        return (int) number;
    }

    private static Optional<String> text(Json body, String member, String wanted) {
        return body.member(member)
                .map(value -> value.text().orElseThrow(() -> new Invalid("/" + member, Body.kind(value), wanted)));
    }
}
