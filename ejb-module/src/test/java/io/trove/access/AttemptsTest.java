package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        fail("jane", HERE, Attempts.ACCOUNT_HERE.free() - 1);
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
        fail("jane", HERE, 1);
        assertThrows(TooManyAttempts.class, () -> attempts.begin("jane", HERE));
        now = now.plusSeconds(1);
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
        fail("jane", HERE, 10);
        now = now.plusSeconds(59);
        assertThrows(TooManyAttempts.class, () -> attempts.begin("jane", HERE));
        now = now.plusSeconds(1);
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
    }

    @Test
    void nobody_is_locked_out_by_what_others_try_elsewhere() {
        for (int i = 0; i < 50; i++) {
            fail("jane", "203.0.113." + i, 1);
        }
        TooManyAttempts wait = assertThrows(TooManyAttempts.class, () -> attempts.begin("jane", HERE));
        assertTrue(wait.retryAfter().orElseThrow().compareTo(Attempts.ACCOUNT.waitMax()) <= 0);
        now = now.plus(Attempts.ACCOUNT.waitMax());
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
    }

    @Test
    void the_right_password_ends_the_waiting() {
        fail("jane", HERE, 5);
        attempts.succeeded("jane", HERE);
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
    }

    @Test
    void who_tries_many_names_from_one_address_is_slowed_down_there_alone() {
        for (int i = 0; i < Attempts.ADDRESS.free(); i++) {
            fail("name" + i, HERE, 1);
        }
        assertThrows(TooManyAttempts.class, () -> attempts.begin("another", HERE));
        assertDoesNotThrow(() -> attempts.begin("another", THERE));
    }

    @Test
    void what_was_long_ago_is_forgotten() {
        fail("jane", HERE, 20);
        now = now.plus(Attempts.REMEMBERED_FOR).plus(Duration.ofSeconds(1));
        fail("jane", HERE, 1);
        assertDoesNotThrow(() -> attempts.begin("jane", HERE));
    }

    private void fail(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            attempts.failed(account, address);
        }
    }
}
