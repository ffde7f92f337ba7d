package io.trove.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnableJarIT {

    private static final Path JAR = Path.of("target/trove.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path unpacked;

    private int starts;

    @BeforeEach
    void isPackaged() {
        assumeTrue(Files.exists(JAR), "mvn package makes the runnable jar, unless -Djar.phase=none");
    }

    @Test
    void the_jar_alone_runs_trove_with_the_same_variables() {
        Site site = Site.onDerby();
        try (Server server = inJar(site).start()) {
            assertEquals(200, server.get("/api/demo/development/events").statusCode());
            server.stop();
        }
        try (Server again = inJar(site).start()) {
            assertEquals(200, again.get("/api/demo/development/events").statusCode());
        }
    }

    @Test
    void the_jar_refuses_to_start_as_the_server_does() {
        Ended ended = inJar(Site.onDerby()).with("TROVE_HOME", "data").tryToStart();
        assertNotEquals(0, ended.exitCode());
        assertTrue(ended.output().contains("Trove cannot start: TROVE_HOME"), ended.output());
    }

    private Site inJar(Site site) {
        return site.startedBy(List.of(JAVA.toString(), "-jar", JAR.toString()))
                .with(
                        "WLP_JAR_EXTRACT_DIR",
                        unpacked.resolve("start" + ++starts).toString());
    }
}
