package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class SystemTypesTest {

    /** Reserved, and appended by nothing yet. */
    private static final Set<String> TO_COME = Set.of("access.key.created");

    @Test
    void every_type_that_trove_alone_appends_has_a_schema_that_ships() throws IOException {
        try (InputStream shipped = SystemTypesTest.class.getResourceAsStream("/io/trove/registry/system-events.json")) {
            var missing = new TreeSet<>(SystemTypes.all());
            missing.removeAll(TO_COME);
            missing.removeAll(Json.parse(shipped.readAllBytes()).members().keySet());
            assertEquals(Set.of(), missing, "add them to system-events.json");
        }
    }
}
