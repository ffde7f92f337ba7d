package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.refusal.CannotStart;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    private static final Map<String, String> DEFAULTS = Map.of(
            "TROVE_EVENTS_MAX", "1000",
            "TROVE_EVENT_BYTES_MAX", "1048576",
            "TROVE_REQUEST_BYTES_MAX", "16777216",
            "TROVE_LINKS_MAX", "64",
            "TROVE_FILES_MAX", "64");

    @Test
    void variables_set_the_bounds() {
        assertEquals(Bounds.defaults(), Bounds.configured(DEFAULTS::get));
        assertEquals(7, Bounds.configured(with("TROVE_EVENTS_MAX", "7")::get).eventsMax());
        assertEquals(
                0, Bounds.configured(with("TROVE_LINKS_MAX", "0")::get).limits().linksMax());
    }

    @ParameterizedTest
    @CsvSource({
        "TROVE_EVENTS_MAX, 0",
        "TROVE_EVENTS_MAX, 10001",
        "TROVE_EVENT_BYTES_MAX, 1 MiB",
        "TROVE_REQUEST_BYTES_MAX, 99999999999999999999",
        "TROVE_LINKS_MAX, -1",
        "TROVE_FILES_MAX, ''"
    })
    void a_variable_out_of_range_is_named(String name, String value) {
        var refused = assertThrows(CannotStart.class, () -> Bounds.configured(with(name, value)::get));
        assertEquals(name + " is " + value + ";", refused.getMessage().replaceFirst(";.*", ";"));
    }

    private static Map<String, String> with(String name, String value) {
        var variables = new HashMap<>(DEFAULTS);
        variables.put(name, value);
        return variables;
    }
}
