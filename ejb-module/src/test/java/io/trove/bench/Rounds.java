package io.trove.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Rates of several ways to do the same, measured in interleaved rounds of one run, and the ratios between them. */
final class Rounds {

    private final Map<String, List<Double>> rates = new LinkedHashMap<>();
    private final List<String[]> ratios = new ArrayList<>();

    /** What is measured of a caller, after it was made ready. */
    interface Measured {
        void run() throws Exception;
    }

    /** Makes a caller's part ready, which is not measured. */
    interface Ready {
        Measured prepare() throws Exception;
    }

    /** One step of what is measured. */
    interface Step<T> {
        void take(T item) throws Exception;
    }

    static <T> Measured each(List<T> items, Step<T> step) {
        return () -> {
            for (T item : items) {
                step.take(item);
            }
        };
    }

    /** Runs so many callers at once; each does so much. None pays for collecting what was made ready, or left by others. */
    void measure(String name, int callers, long each, Ready work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            long[] begun = new long[1];
            var start = new CyclicBarrier(callers, () -> {
                System.gc();
                begun[0] = System.nanoTime();
            });
            var done = new ArrayList<Future<?>>();
            for (int i = 0; i < callers; i++) {
                done.add(threads.submit(() -> {
                    Measured measured = work.prepare();
                    start.await();
                    measured.run();
                    return null;
                }));
            }
            for (Future<?> caller : done) {
                caller.get();
            }
            double seconds = (System.nanoTime() - begun[0]) / 1e9;
            rates.computeIfAbsent(name, n -> new ArrayList<>()).add(callers * each / seconds);
        } finally {
            threads.shutdown();
        }
    }

    /** Asks for the ratio of two rates in the table. */
    void compare(String one, String other) {
        ratios.add(new String[] {one, other});
    }

    /** Forgets the rounds that warmed everything up. */
    void begin() {
        rates.clear();
        ratios.clear();
    }

    void print(String title, String unit) {
        System.out.printf("%n%s%n%-62s %12s%n", title, "", unit);
        rates.forEach((name, each) -> System.out.printf("%-62s %12.0f%n", name, median(each)));
        ratios.stream().map(pair -> String.join(" / ", pair)).distinct().forEach(this::printRatio);
    }

    private void printRatio(String pair) {
        String[] names = pair.split(" / ", 2);
        var each = new ArrayList<Double>();
        for (int i = 0; i < rates.get(names[0]).size(); i++) {
            each.add(rates.get(names[0]).get(i) / rates.get(names[1]).get(i));
        }
        System.out.printf("%6.2f × %s%n", median(each), pair);
    }

    static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
