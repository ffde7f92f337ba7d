package io.trove.start;

import io.trove.access.FirstStart;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says on the terminal where Trove is, as soon as its own port answers that it is ready. */
@Singleton
@Startup
public class Banner {

    private static final Duration WAIT_MAX = Duration.ofMinutes(10);
    private static final long POLL_MS = 200;

    @Inject
    @ConfigProperty(name = "TROVE_HTTP_HOST")
    private String host;

    @Inject
    @ConfigProperty(name = "TROVE_HTTP_PORT")
    private int port;

    @Inject
    @ConfigProperty(name = "TROVE_HOME")
    private String home;

    @Inject
    private FirstStart firstStart;

    @Resource
    private ManagedThreadFactory threads;

    @PostConstruct
    void announce() {
        threads.newThread(this::announceWhenReady).start();
    }

    private void announceWhenReady() {
        Instant end = Instant.now().plus(WAIT_MAX);
        while (!answersAsItself()) {
            if (Instant.now().isAfter(end)) {
                Refused.end("Port " + port + " did not answer for it within " + WAIT_MAX.toMinutes() + " minutes.");
            }
            pause();
        }
        Terminal.say(text());
    }

    private String text() {
        return """

                Trove is running.

                  Open       http://%s:%d/
                %s  Data       %s
                  Stop       Ctrl-C
                """.formatted(reachable(), port, password(), home);
    }

    private String password() {
        return firstStart
                .passwordOnce()
                .map(password -> """
                          Log in     admin, with the password %s
                                     which is shown this once, and kept in %s
                        """.formatted(password, firstStart.passwordFile()))
                .orElse("");
    }

    private boolean answersAsItself() {
        URI ready = URI.create("http://" + reachable() + ":" + port + "/health/ready");
        try (var answer = ready.toURL().openStream()) {
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8).contains(Ready.run());
        } catch (IOException notYet) {
            return false;
        }
    }

    private String reachable() {
        return "*".equals(host) ? "localhost" : host;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
