package io.trove.jsonschema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trove.event.Json;
import io.trove.event.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JSON-Schema-Test-Suite, draft 2020-12, through the code that validates events. */
class SpecificationSuiteTest {

    private static final String REMOTE = "http://localhost:1234/";

    /** A test of the suite: where it stands, and whether the answer was as it wants. */
    private record Asked(String name, boolean right) {}

    @Test
    void every_required_test_is_passed() {
        Path suite = suite();
        Set<String> wrong = new TreeSet<>();
        int all = 0;
        for (Path file : files(suite.resolve("draft2020-12"))) {
            for (Asked asked : ask(suite, file, false)) {
                all++;
                if (!asked.right()) {
                    wrong.add(asked.name());
                }
            }
        }
        assertEquals(Set.of(), wrong);
        assertEquals(1299, all);
    }

    @Test
    void formats_are_asserted_but_for_a_known_list() throws IOException {
        Path suite = suite();
        Set<String> wrong = new TreeSet<>();
        int all = 0;
        for (Path file : files(suite.resolve("draft2020-12/optional/format"))) {
            for (Asked asked : ask(suite, file, true)) {
                all++;
                if (!asked.right()) {
                    wrong.add(asked.name());
                }
            }
        }
        assertEquals(String.join("\n", new TreeSet<>(notHeld())), String.join("\n", wrong));
        assertEquals(764, all);
    }

    private static List<Asked> ask(Path suite, Path file, boolean formats) {
        List<Asked> asked = new ArrayList<>();
        String of = file.getFileName().toString().replace(".json", "");
        for (Json group : json(file).items()) {
            Json document = group.member("schema").orElseThrow();
            for (Json test : group.member("tests").orElseThrow().items()) {
                String name = of + ": " + text(group, "description") + ": " + text(test, "description");
                boolean wanted = test.member("valid").orElseThrow().equals(Json.of(true));
                Json data = test.member("data").orElseThrow();
                asked.add(new Asked(name, wanted == accepts(suite, document, data, formats)));
            }
        }
        return asked;
    }

    private static boolean accepts(Path suite, Json document, Json data, boolean formats) {
        return JsonSchema.of(document, uri -> remote(suite, uri), formats).accepts(data);
    }

    private static Optional<Json> remote(Path suite, String uri) {
        return Optional.of(uri)
                .filter(each -> each.startsWith(REMOTE))
                .map(each -> suite.resolve("remotes").resolve(each.substring(REMOTE.length())))
                .filter(Files::isRegularFile)
                .map(SpecificationSuiteTest::json);
    }

    private static String text(Json object, String member) {
        return object.member(member).flatMap(Json::text).orElseThrow();
    }

    private static Json json(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Malformed e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> notHeld() throws IOException {
        try (InputStream list = SpecificationSuiteTest.class.getResourceAsStream("formats-not-held.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static Path suite() {
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        Optional<Path> found = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("shared/vectors/json-schema"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(found.isPresent(), "skipped: ../shared/vectors/json-schema is absent beside the project");
        return found.get();
    }
}
