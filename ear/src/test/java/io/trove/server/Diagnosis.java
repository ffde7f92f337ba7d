package io.trove.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What is known of a server that did not become ready or does not answer, for whoever has to find out why. */
final class Diagnosis {

    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final int LOG_MAX = 20_000;

    private Diagnosis() {}

    /** What it said, what it answers to a client of its own, the end of its log, and what its threads are at. */
    static String of(String fault, Server server) {
        return String.join(
                "\n",
                fault + " the server at " + server.uri("/"),
                server.output(),
                "it answers: " + answer(server),
                log(server.site()),
                threads(server.pid()));
    }

    private static String answer(Server server) {
        try {
            var ready = HttpRequest.newBuilder(server.uri("/health/ready"))
                    .timeout(ANSWER_MAX)
                    .build();
            var answer = HttpClient.newHttpClient().send(ready, BodyHandlers.ofString());
            return answer.statusCode() + " " + answer.body();
        } catch (IOException none) {
            return none.toString();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String log(Site site) {
        Path log = Path.of(site.variables().get("WLP_OUTPUT_DIR"), "trove", "logs", "messages.log");
        try {
            String text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - LOG_MAX));
        } catch (IOException none) {
            return none.toString();
        }
    }

    private static String threads(long pid) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process dump = new ProcessBuilder(jcmd, String.valueOf(pid), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException none) {
            return none.toString();
        }
    }
}
