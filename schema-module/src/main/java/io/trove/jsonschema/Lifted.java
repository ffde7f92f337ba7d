package io.trove.jsonschema;

import io.trove.event.Json;

/** What a lift gave: a payload, or why there is none. */
public sealed interface Lifted {
    record Payload(Json payload) implements Lifted {}

    record Refusal(String why) implements Lifted {}
}
