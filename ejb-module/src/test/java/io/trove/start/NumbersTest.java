package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Bounds;
import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    private static final Pattern NUMBER = Pattern.compile("<variable name=\"(\\w+)\" defaultValue=\"(\\d+)\"/>");

    private static Map<String, String> defaults() throws IOException {
        var found = new HashMap<String, String>();
        var matcher = NUMBER.matcher(Files.readString(Path.of("../liberty-config/src/main/liberty/config/server.xml")));
        while (matcher.find()) {
            found.put(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    @Test
    void every_variable_that_is_a_number_is_checked_before_anything_is_opened() throws IOException {
        Map<String, String> defaults = defaults();
        assertTrue(defaults.containsKey("TROVE_GRAPH_BYTES_MAX"), defaults::toString);
        check(defaults::get);
        defaults.keySet().removeIf(name -> name.endsWith("_PORT"));
        for (String name : defaults.keySet()) {
            var refused = assertThrows(
                    CannotStart.class, () -> check(each -> each.equals(name) ? "many" : defaults.get(each)), name);
            assertEquals(name + " is many", refused.getMessage().replaceFirst(";.*", ""));
        }
    }

    private static void check(UnaryOperator<String> variable) {
        Bounds.configured(variable);
        Numbers.check(variable);
    }

    @ParameterizedTest
    @CsvSource({
        "TROVE_GRAPH_BYTES_MAX, -1",
        "TROVE_GRAPH_BYTES_MAX, 64 MiB",
        "TROVE_GRAPH_BYTES_MAX, ''",
        "TROVE_AUDIT_HOURS, 9000",
        "TROVE_SNAPSHOT_EVERY, 0"
    })
    void a_number_out_of_range_is_named(String name, String value) throws IOException {
        Map<String, String> variables = defaults();
        variables.put(name, value);
        var refused = assertThrows(CannotStart.class, () -> Numbers.check(variables::get));
        assertEquals(name + " is " + value + ";", refused.getMessage().replaceFirst(";.*", ";"));
    }
}
