package io.trove.event;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The vectors that lie beside the project; the tests that need them are skipped, and say so, where they are absent. */
public final class Vectors {
    private Vectors() {}

    public static Path directory(String name) {
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        List<Path> found = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(directory -> directory.resolve("shared/vectors").resolve(name))
                .filter(Files::isDirectory)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: ../shared/vectors/" + name + " is absent beside the project");
        return found.get(0);
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
