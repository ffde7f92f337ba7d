package io.trove.registry;

import io.trove.jsonschema.JsonSchema;

/** A registered version, ready to be asked. */
record Compiled(Registration registration, JsonSchema schema) {}
