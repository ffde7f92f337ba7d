package io.trove.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FilesTest {

    private static final int LINES_MAX = 250;
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Manager|Utils?|Helper|Service)\\.java");

    private final List<Path> all = Stream.of("src/main/java", "src/test/java")
            .flatMap(part -> Modules.sources(part).stream())
            .toList();

    @Test
    void no_file_is_longer_than_250_lines() throws IOException {
        var longer = new TreeSet<Path>();
        for (Path file : all) {
            try (Stream<String> lines = Files.lines(file)) {
                if (lines.count() > LINES_MAX) {
                    longer.add(file);
                }
            }
        }
        assertEquals(List.of(), List.copyOf(longer));
    }

    @Test
    void a_test_that_takes_a_database_says_so() throws IOException {
        var untold = new TreeSet<Path>();
        for (Path file : all) {
            var text = Files.readString(file);
            if (file.toString().matches(".*ejb-module.*Test\\.java")
                    && text.contains("FreshDatabase.of(")
                    && !text.contains("@Tag(\"database\")")) {
                untold.add(file);
            }
        }
        assertEquals(List.of(), List.copyOf(untold));
    }

    @Test
    void names_say_what_a_thing_does_or_is() {
        List<Path> empty = all.stream()
                .filter(file -> EMPTY_NAME.matcher(file.toString()).matches())
                .toList();
        assertEquals(List.of(), empty);
    }
}
