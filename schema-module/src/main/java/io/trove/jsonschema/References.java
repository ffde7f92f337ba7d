package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.Optional;

/** The schemas that another may refer to, by absolute URI without a fragment; what is not here is nowhere. */
@FunctionalInterface
public interface References {

    Optional<Json> find(String uri);

    /** No schema but the one itself, and those of the specification. */
    static References none() {
        return uri -> Optional.empty();
    }
}
