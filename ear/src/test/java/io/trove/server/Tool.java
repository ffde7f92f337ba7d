package io.trove.server;

import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that some tests run and that Maven does not bring. */
public final class Tool {

    private static final String REQUIRED = "TROVE_TEST_REQUIRE";

    private Tool() {}

    /** The first program of these names that lies on the path. */
    public static Optional<File> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .map(folder -> new File(folder, name)))
                .filter(File::canExecute)
                .findFirst();
    }

    /**
     * Skips the test and says how to get what it needs; fails it when {@code TROVE_TEST_REQUIRE}, a list with commas between,
     * names what must be there.
     */
    public static void isAbsent(String what, String howToGetIt) {
        String required = System.getenv().getOrDefault(REQUIRED, "");
        if (Arrays.asList(required.split(",", -1)).contains(what)) {
            throw new AssertionError(howToGetIt);
        }
        Assumptions.abort(howToGetIt);
    }
}
