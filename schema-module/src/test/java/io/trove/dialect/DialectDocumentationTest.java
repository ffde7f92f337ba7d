package io.trove.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DialectDocumentationTest {
    private static final Pattern ROW = Pattern.compile("\\| `(\\S+)` \\| `(\\S+)` \\|.*");

    @Test
    void the_documentation_has_the_table_of_each_dialect() throws IOException {
        Map<String, Mapping> mappings = Map.of(
                "consequent", Consequent.MAPPING,
                "datacollect", Datacollect.MAPPING,
                "struere", Struere.MAPPING,
                "common", Common.MAPPING,
                "cloudevents", CloudEvents.MAPPING);
        String page = Files.readString(page());
        mappings.forEach((dialect, mapping) -> assertEquals(mapping.table(), documented(page, dialect), dialect));
    }

    private static Map<String, String> documented(String page, String dialect) {
        String section = page.substring(page.indexOf("\n## " + dialect + "\n") + 1);
        Map<String, String> table = new TreeMap<>();
        int end = section.indexOf("\n## ");
        section.substring(0, end < 0 ? section.length() : end)
                .lines()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> table.put(row.group(1), row.group(2)));
        return table;
    }

    private static Path page() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("docs/dialects.md"))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow();
    }
}
