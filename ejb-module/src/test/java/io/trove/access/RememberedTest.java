package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Hand clock = new Hand();
    private final Remembered<String, Integer> remembered = new Remembered<>(clock, Duration.ofMinutes(5), 2);

    @Test
    void what_was_found_is_remembered_until_its_time_is_over() {
        remembered.keep("a", 1);
        clock.turn(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(Optional.of(1), remembered.find("a"));
        clock.turn(Duration.ofMillis(1));
        assertEquals(Optional.empty(), remembered.find("a"));
    }

    @Test
    void the_oldest_makes_room_for_the_newest() {
        remembered.keep("a", 1);
        remembered.keep("b", 2);
        remembered.keep("a", 3);
        remembered.keep("c", 4);
        assertEquals(Optional.empty(), remembered.find("b"));
        assertEquals(Optional.of(3), remembered.find("a"));
        assertEquals(Optional.of(4), remembered.find("c"));
    }

    @Test
    void what_is_over_takes_no_room() {
        remembered.keep("a", 1);
        clock.turn(Duration.ofMinutes(5));
        remembered.keep("b", 2);
        assertEquals(1, remembered.size());
    }

    @Test
    void what_is_to_be_forgotten_is() {
        remembered.keep("a", 1);
        remembered.forget("a");
        assertEquals(Optional.empty(), remembered.find("a"));
    }

    /** A clock that only moves when it is turned. */
    static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void turn(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
