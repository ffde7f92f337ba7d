package io.trove.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    private static final Pattern VARIABLE = Pattern.compile("<variable name=\"(\\w+)\" defaultValue=\"([^\"]*)\"/>");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (?:none|`([^`]*)`) \\| .+ \\|$");

    @Test
    void the_documented_variables_and_defaults_are_those_of_the_server() throws IOException {
        var ofServer = found(VARIABLE, "../liberty-config/src/main/liberty/config/server.xml");
        var documented = found(ROW, "../docs/configuration.md");
        assertFalse(ofServer.isEmpty());
        assertEquals(ofServer, documented);
    }

    private static Map<String, String> found(Pattern pattern, String file) throws IOException {
        var defaults = new LinkedHashMap<String, String>();
        var matcher = pattern.matcher(Files.readString(Path.of(file)));
        while (matcher.find()) {
            defaults.put(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2));
        }
        return defaults;
    }
}
