package io.trove.containment;

import io.trove.event.Json;

/** A schema inside a document: which document, where in it, and the address that its references are relative to. */
record Place(Sources.Source source, String pointer, String base, Json schema) {
    String key() {
        return source.uri() + '#' + pointer;
    }

    Place inside(String step, Json inner) {
        return source.place(pointer + step, base, inner);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
