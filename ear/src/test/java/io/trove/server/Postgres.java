package io.trove.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A database of its own on the one PostgreSQL of this test run, with a user and a password that are checked, and the
 * signing key that the servers on it share.
 */
public record Postgres(String url, String user, String password, String signingKey) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new, empty database. */
    public static Postgres freshDatabase() {
        String name = "trove" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        String password = "password of " + name;
        EmbeddedPostgres postgres = Running.POSTGRES;
        execute(postgres, "CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
        execute(postgres, "CREATE DATABASE " + name + " OWNER " + name);
        String url = "jdbc:postgresql://localhost:" + postgres.getPort() + "/" + name;
        return new Postgres(url, name, password, newSigningKey());
    }

    /** The directory of files that the servers on it share. */
    public String blobs() {
        return Path.of("target/sites/blobs-of-" + user).toAbsolutePath().toString();
    }

    /** Executes one statement as the servers' user. */
    public void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    /** Another signing key. */
    public static String newSigningKey() {
        try {
            PrivateKey key =
                    KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPrivate();
            return Base64.getEncoder().encodeToString(key.getEncoded());
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }

    /** Executes statements as the one who runs the database, who may do everything. */
    public void tamper(String statements) throws SQLException {
        try (Connection connection =
                        Running.POSTGRES.getDatabase("postgres", user).getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    private static void execute(EmbeddedPostgres postgres, String statement) {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Started by the first who asks; ended by its own shutdown hook. */
    private static final class Running {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                Path directory = Files.createTempDirectory("trove-postgres-");
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setDataDirectory(directory.toFile())
                        .setCleanDataDirectory(true)
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                Files.writeString(directory.resolve("pg_hba.conf"), """
                        host all postgres all trust
                        host all all all scram-sha-256
                        """);
                execute(postgres, "SELECT pg_reload_conf()");
                return postgres;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
