package io.trove.expression;

import io.trove.event.Json;

/** What an expression gave: a value, or why there is none. */
public sealed interface Answer {
    record Value(Json value) implements Answer {}

    record Failure(String why) implements Answer {}
}
