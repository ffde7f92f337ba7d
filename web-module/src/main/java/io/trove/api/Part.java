package io.trove.api;

import io.trove.event.Json;
import java.util.OptionalInt;

/** One of the documents in a body: where it stands, by a JSON Pointer or by its line. */
record Part(Json document, String pointer, OptionalInt line) {
    static Part at(String pointer, Json document) {
        return new Part(document, pointer, OptionalInt.empty());
    }
}
