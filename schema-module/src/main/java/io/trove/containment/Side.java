package io.trove.containment;

import io.trove.event.Json;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A schema with the validator that has the last word on it.
 *
 * @param referenced the documents that it may refer to, by their absolute addresses
 * @param accepts the validator says that a value is of the schema
 * @param refuses the validator says that it is not; neither, when the validator cannot say
 */
public record Side(
        Json schema, Function<String, Optional<Json>> referenced, Predicate<Json> accepts, Predicate<Json> refuses) {}
