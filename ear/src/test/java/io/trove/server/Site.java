package io.trove.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where a server lives: its data directory, its ports, its database and all other variables. */
public record Site(Path home, int port, Map<String, String> variables, List<String> command) {

    public static final String ADMIN_PASSWORD = "a password of the tests";

    /** Most of what a test takes is the start of its servers, and a fifth of that would be the verifying of compiled classes. */
    private static final String QUICK_START =
            "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

    private static final Path TARGET = Path.of("target").toAbsolutePath();

    public Site {
        variables = Map.copyOf(variables);
        command = List.copyOf(command);
    }

    /** A new site with the embedded database. */
    public static Site onDerby() {
        Path place = place();
        int port = FreePort.next();
        var variables = new TreeMap<String, String>();
        variables.put("TROVE_HOME", place.resolve("home").toString());
        variables.put("TROVE_HTTP_PORT", String.valueOf(port));
        variables.put("TROVE_HTTPS_PORT", String.valueOf(FreePort.next()));
        variables.put("TROVE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        variables.put("TROVE_TLS_KEYSTORE", Certificate.file());
        variables.put("TROVE_TLS_PASSWORD", Certificate.PASSWORD);
        variables.put("WLP_OUTPUT_DIR", place.resolve("output").toString());
        variables.put("JVM_ARGS", QUICK_START);
        String script = TARGET.resolve("liberty/wlp/bin/server").toString();
        return new Site(place.resolve("home"), port, variables, List.of(script, "run", "trove"));
    }

    /** A new site with a new PostgreSQL database. */
    public static Site onPostgres() {
        return onPostgres(Postgres.freshDatabase());
    }

    /** A new site on this PostgreSQL database; several sites may share one. */
    public static Site onPostgres(Postgres database) {
        return onDerby()
                .with("TROVE_DB_URL", database.url())
                .with("TROVE_DB_USER", database.user())
                .with("TROVE_DB_PASSWORD", database.password())
                .with("TROVE_SIGNING_KEY", database.signingKey())
                .with("TROVE_BLOBS", database.blobs());
    }

    /** This site with one variable more, or another value of it. */
    public Site with(String variable, String value) {
        var more = new TreeMap<>(variables);
        more.put(variable, value);
        return new Site(home, port, more, command);
    }

    /** This site without a variable, which then has its default. */
    public Site without(String variable) {
        var fewer = new TreeMap<>(variables);
        fewer.remove(variable);
        return new Site(home, port, fewer, command);
    }

    /** This site, started by another command than the server's script. */
    public Site startedBy(List<String> otherCommand) {
        return new Site(home, port, variables, otherCommand);
    }

    /** Starts a server here and waits until it is ready. */
    public Server start() {
        Server server = launch();
        server.awaitReady();
        return server;
    }

    /** Starts a server here that is to refuse, and waits for its end. */
    public Ended tryToStart() {
        try (Server server = launch()) {
            return server.awaitEnd();
        }
    }

    /** Starts a server here without waiting for anything. */
    public Server launch() {
        try {
            Path output = Files.createTempFile(Files.createDirectories(TARGET.resolve("sites")), "terminal-", ".log");
            var builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
            builder.redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("TROVE_"));
            builder.environment().putAll(variables);
            return new Server(this, builder.start(), output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path place() {
        try {
            return Files.createTempDirectory(Files.createDirectories(TARGET.resolve("sites")), "site-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
