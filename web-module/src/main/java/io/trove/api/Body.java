package io.trove.api;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.ledger.Expected;
import io.trove.ledger.Unless;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a request to append says: one document or several, what it expects of entities, and what must not be there. */
record Body(List<Part> parts, List<Expected> expected, Optional<Unless> unless, boolean isOne) {
    private static final String EVENTS = "events";
    private static final String EXPECT = "expect";
    private static final String UNLESS = "unless";
    private static final List<String> MEMBERS = List.of(EVENTS, EXPECT, UNLESS);

    /** Members that an event is told by, in any dialect: a batch has none of them. */
    private static final Set<String> TYPES = Set.of("type", "eventType");

    Body {
        parts = List.copyOf(parts);
        expected = List.copyOf(expected);
        if (parts.isEmpty()) {
            throw new Invalid("", "no event", "at least one");
        }
    }

    /** One document. */
    static Body one(Json document) {
        return new Body(List.of(Part.at("", document)), List.of(), Optional.empty(), true);
    }

    static Body several(List<Part> parts) {
        return new Body(parts, List.of(), Optional.empty(), false);
    }

    /** One document, an array of them, or a batch: an object with {@code events} and nothing that an event is told by. */
    static Body of(Json json) {
        if (json.isArray()) {
            return several(parts("", json));
        }
        return isBatch(json) ? batch(json) : one(json);
    }

    /** The same, when it is one document. */
    Body requireOne() {
        if (!isOne) {
            throw new Invalid("", parts.size() + " events in a list", "one event");
        }
        return this;
    }

    private static boolean isBatch(Json json) {
        return json.member(EVENTS).isPresent()
                && TYPES.stream().allMatch(type -> json.member(type).isEmpty());
    }

    private static Body batch(Json json) {
        Members.only("", json, MEMBERS);
        var events = json.member(EVENTS).orElseThrow();
        if (!events.isArray()) {
            throw new Invalid("/" + EVENTS, kind(events), "an array of events");
        }
        var expected = json.member(EXPECT).map(Expectations::read).orElse(List.of());
        var unless = json.member(UNLESS).map(Condition::read);
        return new Body(parts("/" + EVENTS, events), expected, unless, false);
    }

    static List<Part> parts(String pointer, Json array) {
        var parts = new ArrayList<Part>();
        for (var document : array.items()) {
            parts.add(Part.at(pointer + "/" + parts.size(), document));
        }
        return parts;
    }

    static String kind(Json json) {
        if (json.isObject()) {
            return "an object";
        }
        var text = json.toString();
        return json.isArray() ? "an array" : text.length() > 60 ? "a long value" : text;
    }
}
