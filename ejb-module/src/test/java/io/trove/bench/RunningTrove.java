package io.trove.bench;

import io.trove.ledger.FreshDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Trove server as it is delivered, started for a benchmark and ended with it. */
final class RunningTrove implements AutoCloseable {

    private static final String PASSWORD = "a password of the benchmark";
    private static final long READY_WAIT_NANOS_MAX = 180_000_000_000L;
    private static final long POLL_NANOS = 200_000_000L;

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern SIZE = Pattern.compile("\"size\":(\\d+)");
    private static final Pattern AS_OF = Pattern.compile("\"asOf\":\\{\"position\":(-?\\d+)");

    private final Process process;
    private final int port;
    private final double readySeconds;

    private RunningTrove(Process process, int port, double readySeconds) {
        this.process = process;
        this.port = port;
        this.readySeconds = readySeconds;
    }

    /** Lets embedded databases of this process have the pages and the cache that this server gives its own. */
    static void likeItsDatabase(Path script) throws IOException {
        Path options = script.resolveSibling(Path.of("..", "usr", "servers", "trove", "jvm.options"));
        for (String line : Files.readAllLines(options)) {
            if (line.startsWith("-Dderby.storage.")) {
                String[] option = line.substring(2).split("=", 2);
                System.setProperty(option[0], option[1]);
            }
        }
    }

    /** Starts the server of this script on the embedded database, or on the one that is given. */
    static RunningTrove start(Path script, Optional<FreshDatabase> database) throws IOException {
        Path place = Files.createTempDirectory(Files.createDirectories(Path.of("target", "benchmark")), "site-")
                .toAbsolutePath();
        int[] ports = freePorts();
        var builder = new ProcessBuilder(script.toString(), "run", "trove").redirectErrorStream(true);
        builder.redirectOutput(place.resolve("terminal.log").toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("TROVE_"));
        environment.put("TROVE_HOME", place.resolve("home").toString());
        environment.put("TROVE_HTTP_PORT", String.valueOf(ports[0]));
        environment.put("TROVE_HTTPS_PORT", String.valueOf(ports[1]));
        environment.put("TROVE_ADMIN_PASSWORD", PASSWORD);
        environment.put("TROVE_AUDIT_HOURS", "0");
        environment.put("WLP_OUTPUT_DIR", place.resolve("output").toString());
        database.ifPresent(given -> {
            environment.put("TROVE_DB_URL", given.url());
            environment.put("TROVE_DB_USER", given.user());
        });
        long from = System.nanoTime();
        var trove = new RunningTrove(builder.start(), ports[0], 0);
        Runtime.getRuntime().addShutdownHook(new Thread(trove::close));
        trove.awaitReady(from);
        return new RunningTrove(trove.process, trove.port, (System.nanoTime() - from) / 1e9);
    }

    /** A connection of its own, as the administrator. */
    Wire connect() throws IOException {
        return new Wire(port, authorization());
    }

    private static String authorization() {
        return "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until the server has made states of all that was appended, so that it works at nothing any more. */
    void rest() throws IOException, InterruptedException {
        while (number("/entities?type=document&limit=1", AS_OF) < number("", SIZE) - 1) {
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private long number(String path, Pattern pattern) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/demo/development" + path))
                .header("Authorization", authorization())
                .build();
        String body = HTTP.send(request, BodyHandlers.ofString()).body();
        Matcher found = pattern.matcher(body);
        if (!found.find()) {
            throw new IllegalStateException("Not told: " + body);
        }
        return Long.parseLong(found.group(1));
    }

    /** From the start of the process until it said that it is ready. */
    double readySeconds() {
        return readySeconds;
    }

    /** The memory that the server's process has in use, as the operating system sees it. */
    long residentMebibytes() throws IOException {
        ProcessHandle machine =
                process.descendants().reduce((first, second) -> second).orElse(process.toHandle());
        String status = Files.readString(Path.of("/proc", String.valueOf(machine.pid()), "status"));
        return status.lines()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .sum();
    }

    private void awaitReady(long from) throws IOException {
        while (!isReady()) {
            if (!process.isAlive() || System.nanoTime() - from > READY_WAIT_NANOS_MAX) {
                throw new IllegalStateException("The server did not become ready");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private boolean isReady() {
        try (Wire wire = connect()) {
            return wire.get("/health/ready", "application/json").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int[] freePorts() throws IOException {
        try (var one = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
