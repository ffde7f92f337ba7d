package io.trove.containment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trove.event.Json;
import io.trove.event.Malformed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The JSON-Schema-Test-Suite read as claims: what is evaluated agrees with it, and what is found is of its schema. */
class SuiteTest {
    private static final double EVALUATED_MIN = 0.9;

    /** Here formats are asserted and metaschemas of one's own are not read. */
    private static final Set<String> OTHERWISE = Set.of("format.json", "vocabulary.json");

    @Test
    void claims_say_of_each_value_what_the_suite_says_or_nothing() throws IOException {
        int tests = 0;
        int clear = 0;
        for (Json group : groups()) {
            Node node = read(group.member("schema").orElseThrow());
            for (Json test : group.member("tests").orElseThrow().items()) {
                boolean valid = test.member("valid").orElseThrow().equals(Json.of(true));
                Truth truth = new Evaluation(budget()).of(test.member("data").orElseThrow(), node);
                assertTrue(truth == Truth.UNCLEAR || truth == Truth.of(valid), () -> group + "\n" + test);
                tests++;
                clear += truth == Truth.UNCLEAR ? 0 : 1;
            }
        }
        assertTrue(clear >= tests * EVALUATED_MIN, clear + " of " + tests);
    }

    @Test
    void a_schema_that_accepts_some_value_is_never_proven_empty_and_what_is_found_is_its_value() throws IOException {
        for (Json group : groups()) {
            Node node = read(group.member("schema").orElseThrow());
            Outcome accepted = find(Set.of(new Claim.All(node)), Set.of());
            Outcome refused = find(Set.of(), Set.of(new Claim.All(node)));
            for (Json test : group.member("tests").orElseThrow().items()) {
                boolean valid = test.member("valid").orElseThrow().equals(Json.of(true));
                assertTrue(!(valid ? accepted : refused).isNone(), group::toString);
            }
            assertEquals(Truth.YES, sure(accepted, node, Truth.YES), group::toString);
            assertEquals(Truth.NO, sure(refused, node, Truth.NO), group::toString);
        }
    }

    private static Truth sure(Outcome outcome, Node node, Truth wanted) {
        return outcome.isFound() && outcome.sure()
                ? new Evaluation(budget()).of(outcome.witness().orElseThrow(), node)
                : wanted;
    }

    private static Outcome find(Set<Claim> yes, Set<Claim> no) {
        try {
            return new Search(Budget.of(500_000_000L)).find(yes, no, Kind.ALL);
        } catch (Budget.Spent e) {
            return Outcome.OPEN;
        }
    }

    private static Node read(Json schema) {
        return new Reading(new Nodes(), new Sources(schema, uri -> Optional.empty()), budget()).read();
    }

    private static Budget budget() {
        return Budget.of(60_000_000_000L);
    }

    private static List<Json> groups() throws IOException {
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        Optional<Path> suite = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("shared/vectors/json-schema/draft2020-12"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(suite.isPresent(), "skipped: ../shared/vectors/json-schema is absent beside the project");
        try (Stream<Path> files = Files.list(suite.orElseThrow())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !OTHERWISE.contains(file.getFileName().toString()))
                    .sorted()
                    .flatMap(file -> SuiteTest.parsed(file).items().stream())
                    .toList();
        }
    }

    /** A file with a number that canonical JSON cannot carry has no groups here. */
    private static Json parsed(Path file) {
        try {
            return Json.parse(Files.readAllBytes(file));
        } catch (Malformed e) {
            return Json.array(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
