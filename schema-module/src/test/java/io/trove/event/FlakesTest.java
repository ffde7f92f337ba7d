package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FlakesTest {
    private static final long WORKER = 0xABCDEF012345L;

    @Test
    void a_flake_is_22_characters_of_time_worker_and_sequence() {
        Instant time = Instant.ofEpochMilli(1577862000000L + 5);
        Flakes flakes = new Flakes(Clock.fixed(time, ZoneOffset.UTC), WORKER);
        for (long sequence = 0; sequence < 3; sequence++) {
            BigInteger wanted = BigInteger.valueOf(5)
                    .shiftLeft(48)
                    .or(BigInteger.valueOf(WORKER))
                    .shiftLeft(16)
                    .or(BigInteger.valueOf(sequence));
            String flake = flakes.next();
            assertEquals(22, flake.length());
            assertEquals(wanted, number(flake));
        }
    }

    @Test
    void any_128_bits_fit_and_keep_their_order() {
        assertEquals("0".repeat(22), Flakes.text(0, 0));
        assertEquals(BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE), number(Flakes.text(-1, -1)));
        assertTrue(Flakes.text(1, 0).compareTo(Flakes.text(0, -1)) > 0);
    }

    @Test
    void a_clock_that_steps_back_neither_throws_nor_repeats_nor_breaks_the_order() {
        StepClock clock = new StepClock(AnyEvent.NOW);
        Flakes flakes = new Flakes(clock, WORKER);
        String before = flakes.next();
        for (Duration step :
                List.of(Duration.ofHours(-1), Duration.ZERO, Duration.ofDays(-9_000), Duration.ofHours(3))) {
            clock.now = clock.now.plus(step);
            String next = flakes.next();
            assertTrue(next.compareTo(before) > 0);
            before = next;
        }
    }

    @Test
    void more_than_65536_in_one_millisecond_stay_ordered() {
        Flakes flakes = new Flakes(Clock.fixed(AnyEvent.NOW, ZoneOffset.UTC), 0);
        String before = flakes.next();
        for (int i = 0; i < 200_000; i++) {
            String next = flakes.next();
            assertTrue(next.compareTo(before) > 0);
            before = next;
        }
    }

    @Test
    void threads_never_share_a_flake() throws Exception {
        Flakes flakes = new Flakes(Clock.systemUTC(), WORKER);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<List<String>> many =
                    () -> Stream.generate(flakes::next).limit(20_000).toList();
            Set<String> all = new HashSet<>();
            for (Future<List<String>> made :
                    threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> many).toList())) {
                List<String> own = made.get();
                assertEquals(own.stream().sorted().toList(), own);
                all.addAll(own);
            }
            assertEquals(160_000, all.size());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_worker_of_more_than_48_bits_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> new Flakes(Clock.systemUTC(), 1L << 48));
        assertThrows(IllegalArgumentException.class, () -> new Flakes(Clock.systemUTC(), -1));
    }

    private static BigInteger number(String flake) {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        return flake.chars()
                .mapToObj(c -> BigInteger.valueOf(digits.indexOf(c)))
                .reduce(
                        BigInteger.ZERO,
                        (sum, digit) -> sum.multiply(BigInteger.valueOf(62)).add(digit));
    }

    private static final class StepClock extends Clock {
        private Instant now;

        private StepClock(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
