package io.trove.event;

import java.util.List;

/** A name and a value that an event can be found by; the value is a text, a number or a boolean. */
public record IndexKey(String name, Json value) {
    /** The index keys of a kept document: what its {@code indexBy} says, of its payload where it names properties. */
    public static List<IndexKey> all(Json document) {
        return IndexBy.keys(
                new Shape(), document.tree().path("indexBy"), document.tree().path("payload"), Integer.MAX_VALUE);
    }

    /** Their values under one name: nothing else of the document is looked at. */
    public static List<Json> values(Json document, String name) {
        return IndexBy.values(document.tree().path("indexBy"), document.tree().path("payload"), name);
    }

    /** The value's text: a string without its quotes, a number or boolean as RFC 8785 prints it. */
    public String text() {
        return value.text().orElseGet(value::toString);
    }
}
