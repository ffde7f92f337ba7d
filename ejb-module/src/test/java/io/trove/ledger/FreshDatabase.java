package io.trove.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A real database of its own, with Trove's tables, for as long as it is open. */
public final class FreshDatabase implements AutoCloseable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String url;
    private final String user;
    private final HikariDataSource source;
    private final Runnable afterwards;

    private FreshDatabase(String url, String user, Runnable afterwards) {
        this.url = url;
        this.user = user;
        this.source = pool(url, user, 30_000);
        this.afterwards = afterwards;
    }

    private static HikariDataSource pool(String url, String user, long connectMsMax) {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMaximumPoolSize(40);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(connectMsMax);
        return new HikariDataSource(config);
    }

    /** A new database of this kind, migrated: a copy of one that was. */
    public static FreshDatabase of(Database kind) {
        return kind == Database.POSTGRESQL
                ? inPostgres(" TEMPLATE " + OnPostgres.MIGRATED)
                : inDerby(home -> copy(OnDerby.MIGRATED, home));
    }

    /** A new database of this kind, without a table. */
    public static FreshDatabase empty(Database kind) {
        return kind == Database.POSTGRESQL ? inPostgres("") : inDerby(home -> {});
    }

    private FreshDatabase migrated(Database kind) {
        new Migrations(source, kind, user).apply();
        return this;
    }

    /** By which other processes reach it. */
    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public DataSource source() {
        return source;
    }

    /** A pool of connections that PostgreSQL bounds by these settings. */
    HikariDataSource bounded(String... settings) {
        String options = String.join(
                "%20", Arrays.stream(settings).map(each -> "-c%20" + each).toList());
        return pool(url + (url.contains("?") ? "&" : "?") + "options=" + options, "postgres", 1_000);
    }

    /** A pool of connections over this way, each statement with its text, and given up on when it does not answer. */
    HikariDataSource by(Relay relay) {
        String way = url.replaceFirst(":\\d+/", ":" + relay.port() + "/");
        return pool(
                way + (way.contains("?") ? "&" : "?") + "prepareThreshold=0&socketTimeout=2&ApplicationName=relay",
                "postgres",
                1_000);
    }

    /** The database's name on its server. */
    String name() {
        return url.replaceFirst(".*/", "").replaceFirst("\\?.*", "");
    }

    /** A connection to PostgreSQL that no pool owns. */
    static Connection postgres(String name) throws SQLException {
        return DriverManager.getConnection(Server.RUNNING.getJdbcUrl("postgres", name));
    }

    /** The port that PostgreSQL listens on. */
    static int postgresPort() {
        return Server.RUNNING.getPort();
    }

    /** Shuts an embedded database down, as if its last user had left. */
    void shutDown() {
        shutDown(url.replace(";create=true", ""));
    }

    private static FreshDatabase inDerby(Consumer<Path> prepare) {
        System.setProperty("derby.stream.error.file", "target/derby.log");
        System.getProperties().putIfAbsent("derby.storage.pageCacheSize", "20000");
        System.setProperty("derby.locks.escalationThreshold", "1000000");
        try {
            Path home = Files.createTempDirectory("trove-derby-");
            prepare.accept(home.resolve("db"));
            String url = "jdbc:derby:" + home.resolve("db");
            return new FreshDatabase(url + ";create=true", "trove", () -> {
                shutDown(url);
                delete(home);
            });
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void shutDown(String url) {
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException stopped) {
            if (!"08006".equals(stopped.getSQLState()) && !"XJ004".equals(stopped.getSQLState())) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path home) {
        try (var files = Files.walk(home)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static FreshDatabase inPostgres(String template) {
        String name = "trove" + COUNT.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + template);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new FreshDatabase(Server.RUNNING.getJdbcUrl("postgres", name), "postgres", () -> {});
    }

    @Override
    public void close() {
        source.close();
        afterwards.run();
    }

    /** A migrated database that nobody is connected to. */
    private static final class OnPostgres {

        static final String MIGRATED = make();

        private static String make() {
            try (FreshDatabase made = empty(Database.POSTGRESQL).migrated(Database.POSTGRESQL)) {
                return made.name();
            }
        }
    }

    /** The directory of a migrated database that is shut down; it is deleted with the tests. */
    private static final class OnDerby {

        static final Path MIGRATED = make();

        private static Path make() {
            FreshDatabase made = empty(Database.DERBY).migrated(Database.DERBY);
            made.source.close();
            made.shutDown();
            Path directory = Path.of(made.url.replace("jdbc:derby:", "").replace(";create=true", ""));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory.getParent())));
            return directory;
        }
    }

    /** One PostgreSQL for all tests of a JVM, started when first needed; it ends with the JVM. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
