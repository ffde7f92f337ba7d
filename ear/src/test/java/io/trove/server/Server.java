package io.trove.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** A running server. */
public final class Server implements AutoCloseable {

    private static final Duration READY_MAX = Duration.ofMinutes(4);
    private static final Duration END_MAX = Duration.ofMinutes(2);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(ANSWER_MAX)
            .build();

    private final Site site;
    private final Process process;
    private final Path output;
    private final Thread atExit;

    Server(Site site, Process process, Path output) {
        this.site = site;
        this.process = process;
        this.output = output;
        this.atExit = new Thread(() -> endAll(process));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** The site it was started on. */
    public Site site() {
        return site;
    }

    /** The address of a path that begins with a slash. */
    public URI uri(String path) {
        return URI.create("http://localhost:" + site.port() + path);
    }

    /** What GET answers to the administrator. */
    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    /** What POST of this JSON answers to the administrator. */
    public HttpResponse<String> post(String path, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** A request with the administrator's name and password. */
    public HttpRequest.Builder request(String path) {
        String credentials = "admin:" + site.variables().getOrDefault("TROVE_ADMIN_PASSWORD", Site.ADMIN_PASSWORD);
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(uri(path)).timeout(ANSWER_MAX).header("Authorization", "Basic " + basic);
    }

    /** What GET answers to the administrator, as bytes. */
    public HttpResponse<byte[]> bytes(String path) {
        return send(request(path).GET().build(), BodyHandlers.ofByteArray());
    }

    /** What the server answers. */
    public HttpResponse<String> send(HttpRequest request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HTTP.send(request, body);
        } catch (HttpTimeoutException late) {
            throw new AssertionError(Diagnosis.of(request + " was not answered by", this), late);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** All that the server said on the terminal until now. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The virtual machine's process id. */
    public long pid() {
        return virtualMachine().pid();
    }

    /** Waits until the server says that it is ready; when it does not, says what it does instead. */
    public void awaitReady() {
        try {
            Await.until(READY_MAX, () -> !process.isAlive() || isReady());
        } catch (AssertionError late) {
            throw new AssertionError(Diagnosis.of("not ready:", this), late);
        }
        if (!process.isAlive()) {
            throw new AssertionError("the server ended with " + process.exitValue() + ":\n" + output());
        }
    }

    /** Waits until the terminal shows this text. */
    public void awaitOutput(String text) {
        Await.until(READY_MAX, () -> output().contains(text));
    }

    /** Waits for the process to end by itself. */
    public Ended awaitEnd() {
        try {
            if (!process.waitFor(READY_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("the server did not end:\n" + output());
            }
            return new Ended(process.exitValue(), output());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Kills the process (SIGKILL), which has no chance to finish anything, and waits until nothing of it is left. */
    public void kill() {
        ProcessHandle virtualMachine = virtualMachine();
        endAll(process);
        Await.until(END_MAX, () -> !process.isAlive() && !virtualMachine.isAlive());
    }

    /** Asks the process to stop (SIGTERM) and waits for its end. */
    public Ended stop() {
        process.destroy();
        return awaitEnd();
    }

    /** Ends the process however it can. */
    @Override
    public void close() {
        kill();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private ProcessHandle virtualMachine() {
        return process.descendants().reduce((first, second) -> second).orElse(process.toHandle());
    }

    private static void endAll(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private boolean isReady() {
        try {
            HttpRequest ready = HttpRequest.newBuilder(uri("/health/ready"))
                    .timeout(ANSWER_MAX)
                    .build();
            return HTTP.send(ready, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
