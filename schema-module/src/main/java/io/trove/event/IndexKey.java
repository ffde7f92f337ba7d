package io.trove.event;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A name and a value that an event can be found by; the value is a text, a number or a boolean. */
public record IndexKey(String name, Json value) {
    /** The index keys of a kept document: what its {@code indexBy} says, of its payload where it names properties. */
    public static List<IndexKey> all(Json document) {
        return IndexBy.keys(
                new Shape(), document.tree().path("indexBy"), document.tree().path("payload"), Integer.MAX_VALUE);
    }

    /** Their values under one name, of what a document says there; of the payload only where a property of it is named. */
    public static List<Json> values(Optional<Json> indexBy, Supplier<Optional<Json>> payload, String name) {
        return indexBy.map(keys -> IndexBy.values(keys.tree(), () -> tree(payload.get()), name))
                .orElse(List.of());
    }

    private static JsonNode tree(Optional<Json> json) {
        return json.map(Json::tree).orElse(MissingNode.getInstance());
    }

    /** The value's text: a string without its quotes, a number or boolean as RFC 8785 prints it. */
    public String text() {
        return value.text().orElseGet(value::toString);
    }
}
