package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The verifier as an outsider runs it: a jar and no server. What it says lies in this folder. */
record OfflineVerifier(Path folder) {

    private static final Path JAR =
            Path.of("..", "schema-module", "target", "trove-verify.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    /** How it ends. */
    int check(Path evidence, String... more) throws Exception {
        var command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString(), evidence.toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output().toFile())
                .start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the verifier did not end");
        return process.exitValue();
    }

    /** What it said last. */
    String said() throws IOException {
        return Files.readString(output());
    }

    private Path output() {
        return folder.resolve("output");
    }
}
