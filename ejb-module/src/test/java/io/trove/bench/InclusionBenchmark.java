package io.trove.bench;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An event's inclusion proof over HTTP against the event itself, in a large ledger, interleaved in one run:
 * {@code InclusionBenchmark events rounds script}.
 */
public final class InclusionBenchmark {

    private static final int BATCH = 1_000;
    private static final int WRITERS = 4;
    private static final int SINGLES = 2_000;
    private static final String LEDGER = "/api/demo/development/";

    private final RunningTrove server;
    private final int events;
    private final Rounds rounds = new Rounds();

    private InclusionBenchmark(RunningTrove server, int events) {
        this.server = server;
        this.events = events;
    }

    public static void main(String[] arguments) throws Exception {
        int events = Integer.parseInt(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path script = Path.of(arguments[2]);
        for (Database kind : Database.values()) {
            try (FreshDatabase ofServer = FreshDatabase.empty(kind);
                    RunningTrove server = RunningTrove.start(
                            script, kind == Database.POSTGRESQL ? Optional.of(ofServer) : Optional.empty())) {
                var benchmark = new InclusionBenchmark(server, events);
                long begun = System.nanoTime();
                benchmark.fill();
                System.out.printf(
                        "%n%s: %d events appended, %.0f a second%n",
                        kind, events, events / ((System.nanoTime() - begun) / 1e9));
                benchmark.round();
                benchmark.rounds.begin();
                for (int i = 0; i < count; i++) {
                    benchmark.round();
                }
                benchmark.rounds.print(kind + ": one connection, among " + events + " events", "requests/s");
            }
        }
    }

    private void fill() throws Exception {
        var next = new AtomicInteger();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                done.add(writers.submit(() -> {
                    try (Wire wire = server.connect()) {
                        for (int from = next.getAndAdd(BATCH); from < events; from = next.getAndAdd(BATCH)) {
                            require(201, wire.post(LEDGER + "events", "application/json", batch(from)));
                        }
                        return null;
                    }
                }));
            }
            for (Future<?> writer : done) {
                writer.get();
            }
        } finally {
            writers.shutdown();
        }
        try (Wire wire = server.connect()) {
            require(200, wire.get(LEDGER + "proof/inclusion?position=" + events, "application/json"));
        }
    }

    private void round() throws Exception {
        http("event, by position", position -> "events/at/" + position);
        http("inclusion proof, by position", position -> "proof/inclusion?position=" + position);
        rounds.compare("inclusion proof, by position", "event, by position");
        http("event, by id", position -> "events/e" + position);
        http("proof with the record (C2SP), by id", position -> "events/e" + position + "/proof");
        rounds.compare("proof with the record (C2SP), by id", "event, by id");
    }

    private void http(String name, LongFunction<String> path) throws Exception {
        rounds.measure(name, 1, SINGLES, () -> {
            Wire wire = server.connect();
            return () -> {
                try (wire) {
                    for (int i = 0; i < SINGLES; i++) {
                        long position = ThreadLocalRandom.current().nextLong(events);
                        require(200, wire.get(LEDGER + path.apply(position), "*/*"));
                    }
                }
            };
        });
    }

    private static void require(int status, Wire.Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException("Answered with " + answer.status());
        }
    }

    private static byte[] batch(int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj(InclusionBenchmark::event)
                .collect(Collectors.joining(",", "[", "]"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String event(int n) {
        return """
                {"id": {"id": "e%d"}, "type": "document.uploaded", "entity": {"type": "document", "id": "d%d"}, \
                 "actor": {"type": "user", "id": "jane", "role": "editor"}, "metadata": {"ip": "192.168.1.1"}, \
                 "payload": {"title": "Annual Report", "author": "Jane Smith", "pages": 120, "tags": ["finance", "2024"]}}""".formatted(n, n % 50_000);
    }
}
