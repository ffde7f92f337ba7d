package io.trove.start;

import io.trove.access.FirstStart;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says on the terminal where Trove is, as soon as its own ports answer; and ends the server when another program took one
 * of them between the first look at it and Liberty's.
 */
@Singleton
@Startup
public class Banner {

    private static final Duration WAIT_MAX = Duration.ofMinutes(10);
    private static final Duration NOBODY_MAX = Duration.ofSeconds(30);
    private static final Duration ANOTHER_MAX = Duration.ofSeconds(20);
    private static final Duration SILENT_MAX = Duration.ofMinutes(2);
    private static final long POLL_MS = 200;

    @Inject
    @ConfigProperty(name = "TROVE_HTTP_HOST")
    private String host;

    @Inject
    @ConfigProperty(name = "TROVE_HTTP_PORT")
    private int port;

    @Inject
    @ConfigProperty(name = "TROVE_HTTPS_PORT")
    private int httpsPort;

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
        awaitOwn("http", "TROVE_HTTP_PORT", port);
        awaitOwn("https", "TROVE_HTTPS_PORT", httpsPort);
        Terminal.say(text());
    }

    private void awaitOwn(String scheme, String variable, int ownPort) {
        Instant begin = Instant.now();
        Instant since = begin;
        boolean wasNobody = true;
        Listening who = Listening.on(scheme, reachable(), ownPort);
        while (who != Listening.THIS_SERVER) {
            Instant now = Instant.now();
            boolean isNobody = who == Listening.NOBODY;
            if (isNobody != wasNobody || !Watch.hasStarted()) {
                since = now;
                wasNobody = isNobody;
            }
            if (now.isAfter(since.plus(patience(who)))) {
                String port = String.valueOf(ownPort);
                Refused.end(isNobody ? Ports.isClosed(variable, port) : Ports.isTaken(variable, port));
            }
            if (now.isAfter(begin.plus(WAIT_MAX))) {
                Refused.end("Port " + ownPort + " did not answer for it within " + WAIT_MAX.toMinutes() + " minutes.");
            }
            pause();
            who = Listening.on(scheme, reachable(), ownPort);
        }
    }

    /** A port that is closed once the application has started stays closed: Liberty tries it once. */
    private static Duration patience(Listening who) {
        return switch (who) {
            case NOBODY -> NOBODY_MAX;
            case ANOTHER -> ANOTHER_MAX;
            default -> SILENT_MAX;
        };
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
