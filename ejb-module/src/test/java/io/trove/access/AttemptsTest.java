package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class AttemptsTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "198.51.100.7";

    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private final Attempts attempts = new Attempts(new Clock() {
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
    });

    @Test
    void a_few_mistakes_cost_nothing_and_more_of_them_cost_ever_more_time() {
        for (int i = 0; i < Attempts.ACCOUNT_HERE.free(); i++) {
            assertDoesNotThrow(() -> wrong("jane", HERE));
        }
        assertThrows(TooManyAttempts.class, () -> wrong("jane", HERE));
        now = now.plusSeconds(1);
        assertDoesNotThrow(() -> wrong("jane", HERE));
        fail("jane", HERE, 10);
        now = now.plusSeconds(59);
        assertThrows(TooManyAttempts.class, () -> wrong("jane", HERE));
        now = now.plusSeconds(1);
        assertDoesNotThrow(() -> wrong("jane", HERE));
    }

    @Test
    void nobody_is_locked_out_by_what_others_try_elsewhere() {
        for (int i = 0; i < 50; i++) {
            fail("jane", "203.0.113." + i, 1);
        }
        TooManyAttempts wait = assertThrows(TooManyAttempts.class, () -> wrong("jane", HERE));
        assertTrue(wait.retryAfter().orElseThrow().compareTo(Attempts.ACCOUNT.waitMax()) <= 0);
        now = now.plus(Attempts.ACCOUNT.waitMax());
        assertDoesNotThrow(() -> wrong("jane", HERE));
    }

    @Test
    void the_right_password_ends_the_waiting() {
        fail("jane", HERE, 5);
        now = now.plusSeconds(1);
        right("jane", HERE);
        assertDoesNotThrow(() -> fail("jane", HERE, 4));
        assertDoesNotThrow(() -> wrong("jane", HERE));
    }

    @Test
    void who_guesses_much_at_once_gains_nothing() {
        var made = new AtomicInteger();
        assertThrows(TooManyAttempts.class, () -> anotherWithin("jane", made));
        assertEquals(Attempts.ACCOUNT_HERE.free(), made.get());
    }

    @Test
    void right_passwords_slow_nobody_at_their_address() {
        for (int i = 0; i <= Attempts.ADDRESS.free(); i++) {
            right("name" + i, HERE);
        }
        assertDoesNotThrow(() -> wrong("another", HERE));
    }

    @Test
    void a_guess_that_nobody_had_time_for_is_none() {
        for (int i = 0; i < 10; i++) {
            assertThrows(
                    TooManyLogins.class,
                    () -> attempts.guess("jane", HERE, () -> {
                        throw new TooManyLogins(1);
                    }));
        }
        assertDoesNotThrow(() -> wrong("jane", HERE));
    }

    @Test
    void who_tries_many_names_from_one_address_is_slowed_down_there_alone() {
        for (int i = 0; i < Attempts.ADDRESS.free(); i++) {
            fail("name" + i, HERE, 1);
        }
        assertThrows(TooManyAttempts.class, () -> wrong("another", HERE));
        assertDoesNotThrow(() -> wrong("another", THERE));
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        fail("jane", HERE, 20);
        now = now.plus(Attempts.REMEMBERED_FOR).plus(Duration.ofSeconds(1));
        fail("jane", HERE, 1);
        assertDoesNotThrow(() -> wrong("jane", HERE));
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            try {
                wrong(account, address);
            } catch (TooManyAttempts early) {
                now = now.plus(early.retryAfter().orElseThrow());
                wrong(account, address);
            }
        }
    }

    private void wrong(String account, String address) {
        assertFalse(guess(account, address, () -> false));
    }

    private void right(String account, String address) {
        assertTrue(guess(account, address, () -> true));
    }

    private boolean anotherWithin(String account, AtomicInteger made) {
        return guess(account, HERE, () -> {
            made.incrementAndGet();
            return anotherWithin(account, made);
        });
    }

    private boolean guess(String account, String address, Callable<Boolean> isRight) {
        try {
            return attempts.guess(account, address, isRight);
        } catch (TooManyAttempts early) {
            throw early;
        } catch (Exception unexpected) {
            throw new AssertionError(unexpected);
        }
    }
}
