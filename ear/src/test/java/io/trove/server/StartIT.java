package io.trove.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StartIT {

    private static final Pattern PASSWORD = Pattern.compile("with the password (\\S+)");

    @Test
    void a_first_start_shows_address_data_and_password_and_a_second_one_has_everything_but_shows_no_password()
            throws IOException {
        Site site = Site.onDerby().without("TROVE_ADMIN_PASSWORD");
        try (Server first = site.start()) {
            first.awaitOutput("Ctrl-C");
            assertTrue(first.output().contains("http://localhost:" + site.port() + "/"), first.output());
            assertTrue(first.output().contains(site.home().toString()), first.output());
            assertTrue(PASSWORD.matcher(first.output()).find(), first.output());
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(site.home())));
            first.stop();
        }
        try (Server second = site.start()) {
            second.awaitOutput("Ctrl-C");
            assertFalse(PASSWORD.matcher(second.output()).find(), second.output());
        }
    }

    @Test
    void a_server_that_is_told_to_stop_stops() {
        try (Server server = Site.onDerby().start()) {
            assertEquals(143, server.stop().exitCode());
        }
    }

    @Test
    void a_killed_server_starts_again() {
        Site site = Site.onDerby();
        try (Server first = site.start()) {
            first.kill();
        }
        try (Server second = site.start()) {
            assertEquals(200, second.get("/health/ready").statusCode());
        }
    }

    @Test
    void two_servers_start_at_once_on_one_new_postgres_database() {
        Postgres database = Postgres.freshDatabase();
        try (Server one = Site.onPostgres(database).launch();
                Server other = Site.onPostgres(database).launch()) {
            one.awaitReady();
            other.awaitReady();
        }
    }
}
