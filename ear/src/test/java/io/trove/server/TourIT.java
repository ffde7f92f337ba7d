package io.trove.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README's first five minutes, command by command. */
class TourIT {

    private static final Pattern SECTION = Pattern.compile("(?s)\n## Five minutes\n(.*?)\n## ");
    private static final Pattern COMMANDS = Pattern.compile("(?s)```sh\n(.*?)```");
    private static final Pattern PROBLEM = Pattern.compile("\"status\": ?([45]\\d\\d)");

    @Test
    void every_command_works_and_the_one_that_is_to_be_refused_is() throws Exception {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "the tour's commands need bash and curl");
        try (Server server = Site.onDerby().without("TROVE_ADMIN_PASSWORD").start()) {
            Ended tour = run(tourOf(server.site()));
            assertEquals(0, tour.exitCode(), tour.output());
            List<String> problems = PROBLEM.matcher(tour.output())
                    .results()
                    .map(problem -> problem.group(1))
                    .toList();
            assertEquals(List.of("422"), problems, tour.output());
            assertTrue(tour.output().contains("Annual Report"), tour.output());
        }
    }

    private static String tourOf(Site site) throws IOException {
        var section = SECTION.matcher(Files.readString(Path.of("../README.md")));
        assertTrue(section.find());
        String commands = COMMANDS.matcher(section.group(1))
                .results()
                .map((MatchResult block) -> block.group(1))
                .collect(Collectors.joining("\n"));
        return commands.replace("localhost:9080", "localhost:" + site.port())
                .replace(
                        ".trove/admin-password",
                        site.home().resolve("admin-password").toString());
    }

    private static Ended run(String script) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", script)
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(bash.waitFor(), output);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
