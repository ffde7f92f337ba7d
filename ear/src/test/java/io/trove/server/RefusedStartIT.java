package io.trove.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot be: one sentence and a non-zero exit, no stack trace and nothing left running. */
class RefusedStartIT {

    private static final Duration DATABASE_MAX = Duration.ofMinutes(2);

    private final Site site = Site.onDerby();

    @Test
    void a_taken_port() throws IOException {
        try (ServerSocket taken = new ServerSocket(site.port(), 1, InetAddress.getLoopbackAddress())) {
            assertRefused(site, "Port " + taken.getLocalPort() + " is taken", "TROVE_HTTP_PORT");
        }
    }

    @Test
    void a_port_that_another_program_takes_while_it_starts() throws IOException {
        assertRefusedWhenTaken(site.port(), "TROVE_HTTP_PORT");
    }

    @Test
    void a_port_for_https_that_another_program_takes_while_it_starts() throws IOException {
        assertRefusedWhenTaken(Integer.parseInt(site.variables().get("TROVE_HTTPS_PORT")), "TROVE_HTTPS_PORT");
    }

    @Test
    void a_port_that_a_connection_has_got_while_it_starts() throws IOException {
        try (Server server = site.launch()) {
            Await.until(DATABASE_MAX, () -> Files.exists(site.home().resolve("derby")));
            try (ServerSocket far = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    Socket near = new Socket()) {
                near.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), site.port()));
                near.connect(far.getLocalSocketAddress());
                assertRefused(server.awaitEnd(), "Port " + site.port() + " could not be opened", "TROVE_HTTP_PORT");
            }
        }
    }

    @Test
    void a_data_directory_in_use() {
        try (Server first = site.start()) {
            Site second = Site.onDerby().with("TROVE_HOME", site.home().toString());
            assertRefused(second, first.site().home() + " is in use", "TROVE_HOME");
        }
    }

    @Test
    void a_data_directory_that_cannot_be_written(@TempDir Path directory) throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefused(site.with("TROVE_HOME", file.resolve("home").toString()), "cannot be written", "TROVE_HOME");
    }

    @Test
    void a_wrong_database_password() {
        Site postgres = Site.onPostgres().with("TROVE_DB_PASSWORD", "wrong");
        assertRefused(postgres, "database", "password");
    }

    @Test
    void a_database_that_cannot_be_reached() {
        Site postgres = site.with("TROVE_DB_URL", "jdbc:postgresql://localhost:1/trove");
        assertRefused(postgres, "database", "localhost:1");
    }

    @Test
    void an_embedded_database_that_does_not_open() throws IOException {
        Path database = Files.createDirectories(site.home().resolve("derby"));
        Files.writeString(database.resolve("service.properties"), "#");
        assertRefused(site, "embedded database", "logs/derby.log", "KiB left");
    }

    @Test
    void another_store_of_files_and_data_of_a_newer_version() throws SQLException {
        Postgres database = Postgres.freshDatabase();
        Site postgres = Site.onPostgres(database);
        try (Server server = postgres.start()) {
            server.stop();
        }
        Path another = postgres.home().resolve("another");
        assertRefused(postgres.with("TROVE_BLOBS", another.toString()), another.toString(), "TROVE_BLOBS");
        database.execute("INSERT INTO trove_schema_history (installed_rank, version, description, type, script,"
                + " installed_by, execution_time, success)"
                + " VALUES (9999, '9999', 'to come', 'SQL', 'V9999__to_come.sql', 'trove', 1, TRUE)");
        assertRefused(postgres, "newer", "9999");
    }

    /** Trove has looked at its ports before it opens the database, and Liberty opens them after that. */
    private void assertRefusedWhenTaken(int port, String variable) throws IOException {
        try (Server server = site.launch()) {
            Await.until(DATABASE_MAX, () -> Files.exists(site.home().resolve("derby")));
            try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                new Thread(() -> hangUpOnEverybody(taken)).start();
                assertRefused(server.awaitEnd(), "Port " + taken.getLocalPort() + " is taken", variable);
            }
        }
    }

    private static void hangUpOnEverybody(ServerSocket taken) {
        while (!taken.isClosed()) {
            try {
                taken.accept().close();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void assertRefused(Site site, String... words) {
        assertRefused(site.tryToStart(), words);
    }

    private static void assertRefused(Ended ended, String... words) {
        assertEquals(1, ended.exitCode(), ended.output());
        List<String> said =
                ended.output().lines().filter(line -> !line.isBlank()).toList();
        assertEquals(1, said.size(), ended.output());
        for (String word : words) {
            assertTrue(said.get(0).contains(word), ended.output());
        }
    }
}
