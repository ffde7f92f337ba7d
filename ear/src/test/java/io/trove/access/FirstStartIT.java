package io.trove.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.server.Ended;
import io.trove.server.Postgres;
import io.trove.server.Server;
import io.trove.server.Site;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class FirstStartIT {

    /** Half a minute is how long Liberty waits for an open connection by default. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(25);

    private static final Pattern PRINCIPAL_CREATED = Pattern.compile("\"type\":\"access\\.principal\\.created\"");

    @Test
    void the_generated_password_opens_the_door_and_is_in_one_file_for_its_owner_and_shown_at_no_other_start()
            throws IOException {
        Site site = Site.onDerby().without("TROVE_ADMIN_PASSWORD");
        Path file = site.home().resolve("admin-password");
        try (Server first = site.start()) {
            first.awaitOutput("Ctrl-C");
            String password = Files.readString(file).strip();
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            assertShows(first, "http://localhost:" + site.port() + "/");
            assertShows(first, site.home().toString());
            assertShows(first, "with the password " + password);
            assertEquals(200, organizations(first, password));
            assertEquals(401, organizations(first, password + "x"));
            assertEquals(List.of(file), filesWith(password, site.home().getParent()));
            var followers = follow(first, password);
            long asked = System.nanoTime();
            assertEquals(143, first.stop().exitCode());
            assertTrue(System.nanoTime() - asked < ENDS_WITHIN.toNanos(), "a follower held up the end");
            followers.close();
        }
        try (Server second = site.start()) {
            second.awaitOutput("Ctrl-C");
            assertFalse(second.output().contains("with the password"), second.output());
            assertEquals(200, organizations(second, Files.readString(file).strip()));
        }
    }

    @Test
    void a_password_that_is_given_is_set_and_written_nowhere() {
        Site site = Site.onDerby();
        try (Server server = site.start()) {
            server.awaitOutput("Ctrl-C");
            assertEquals(200, organizations(server, Site.ADMIN_PASSWORD));
            assertFalse(server.output().contains(Site.ADMIN_PASSWORD));
            assertEquals(List.of(), filesWith(Site.ADMIN_PASSWORD, site.home().getParent()));
        }
    }

    @Test
    void it_is_met_over_tls_by_the_certificate_that_it_makes_for_its_owner() throws Exception {
        Site site = Site.onDerby().without("TROVE_TLS_KEYSTORE").without("TROVE_TLS_PASSWORD");
        try (Server server = site.start()) {
            Path file = site.home().resolve("tls.p12");
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(site.home())));
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(KeyStore.getInstance(file.toFile(), "self-signed".toCharArray()));
            var tls = SSLContext.getInstance("TLS");
            tls.init(null, trusted.getTrustManagers(), null);
            var address =
                    URI.create("https://localhost:" + site.variables().get("TROVE_HTTPS_PORT") + "/api/organizations");
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(tls)
                    .build()
                    .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertEquals(401, answer.statusCode(), answer.body());
            assertEquals("TLSv1.3", answer.sslSession().orElseThrow().getProtocol());
        }
    }

    @Test
    void of_two_servers_that_start_at_once_one_makes_the_administrator_and_a_third_with_another_key_refuses() {
        Postgres database = Postgres.freshDatabase();
        try (Server one = Site.onPostgres(database).launch();
                Server other = Site.onPostgres(database).launch()) {
            one.awaitReady();
            other.awaitReady();
            for (Server each : List.of(one, other)) {
                String recorded = each.get("/api/trove/system/events?limit=100").body();
                assertEquals(1, PRINCIPAL_CREATED.matcher(recorded).results().count(), recorded);
            }
            Ended third = Site.onPostgres(database)
                    .with("TROVE_SIGNING_KEY", Postgres.freshDatabase().signingKey())
                    .tryToStart();
            assertEquals(1, third.exitCode());
            assertTrue(third.output().contains("TROVE_SIGNING_KEY"), third.output());
        }
    }

    private static void assertShows(Server server, String text) {
        assertTrue(server.output().contains(text), server.output());
    }

    private static int organizations(Server server, String password) {
        return server.send(request(server, "/api/organizations", password)).statusCode();
    }

    /** Somebody who follows a ledger, as they are answered. */
    private static InputStream follow(Server server, String password) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(request(server, "/api/trove/system/events/stream", password), BodyHandlers.ofInputStream())
                    .body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpRequest request(Server server, String path, String password) {
        String basic = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(UTF_8));
        return server.request(path)
                .setHeader("Authorization", "Basic " + basic)
                .GET()
                .build();
    }

    private static List<Path> filesWith(String text, Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
