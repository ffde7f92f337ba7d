package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.Principal.Password;
import jakarta.security.enterprise.identitystore.PasswordHash;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PasswordCheckTest {

    private static final char[] RIGHT = "correct horse".toCharArray();
    private static final char[] WRONG = "battery staple".toCharArray();

    private final RememberedTest.Hand clock = new RememberedTest.Hand();
    private final Counting hashes = new Counting();
    private final PasswordCheck check = new PasswordCheck(hashes, 1, clock);
    private final Password set = new Password("event-1", check.hash(RIGHT));
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        callers.shutdownNow();
    }

    @Test
    void a_right_password_is_computed_once_and_then_remembered_for_some_minutes() {
        assertTrue(isRight("jane", RIGHT, set));
        assertTrue(isRight("jane", RIGHT, set));
        assertEquals(1, hashes.computed.get());
        clock.turn(PasswordCheck.REMEMBERED_FOR);
        assertTrue(isRight("jane", RIGHT, set));
        assertEquals(2, hashes.computed.get());
    }

    @Test
    void a_wrong_password_is_wrong_again() {
        assertFalse(isRight("jane", WRONG, set));
        assertFalse(isRight("jane", WRONG, set));
        assertEquals(2, hashes.computed.get());
    }

    @Test
    void what_is_remembered_of_one_helps_no_other() {
        assertTrue(isRight("jane", RIGHT, set));
        assertFalse(isRight("jane", WRONG, set));
        isRight("john", RIGHT, check.nobodys());
        assertEquals(3, hashes.computed.get());
    }

    @Test
    void another_password_makes_the_remembered_one_worthless() {
        assertTrue(isRight("jane", RIGHT, set));
        assertFalse(isRight("jane", RIGHT, new Password("event-2", check.hash(WRONG))));
    }

    @Test
    void nobodys_password_is_computed_too_and_never_right() {
        assertFalse(isRight("nobody", RIGHT, check.nobodys()));
        assertEquals(1, hashes.computed.get());
        assertEquals(4, check.nobodys().hash().split(":").length);
    }

    @Test
    void a_password_too_long_to_be_one_costs_nothing() {
        assertFalse(isRight("jane", new char[PasswordCheck.LENGTH_MAX + 1], set));
        assertEquals(0, hashes.computed.get());
    }

    @Test
    void two_are_computed_at_once_a_few_wait_and_the_rest_are_told_to_come_back() throws Exception {
        hashes.hold();
        int served = PasswordCheck.AT_ONCE_MAX + PasswordCheck.WAITING_MAX;
        List<Future<Boolean>> guesses = new ArrayList<>();
        for (int i = 0; i < served + 8; i++) {
            guesses.add(attempt("guess " + i));
        }
        while (guesses.stream().filter(Future::isDone).count() < 8) {
            Thread.onSpinWait();
        }
        List<Future<Boolean>> refused = guesses.stream().filter(Future::isDone).toList();
        guesses.removeIf(Future::isDone);
        for (Future<Boolean> each : refused) {
            TooManyLogins refusal = refusal(each);
            assertEquals(503, refusal.status());
            assertTrue(refusal.retryAfter().isPresent());
        }
        hashes.release();
        for (Future<Boolean> each : guesses) {
            assertFalse(each.get());
        }
        assertEquals(PasswordCheck.AT_ONCE_MAX, hashes.underWayMost.get());
        assertTrue(isRight("jane", RIGHT, set));
    }

    @Test
    void many_who_send_the_same_at_once_cost_one_computation() throws Exception {
        hashes.hold();
        List<Future<Boolean>> waiting = new ArrayList<>();
        for (int i = 0; i < 3 * PasswordCheck.WAITING_MAX; i++) {
            waiting.add(attempt(new String(RIGHT)));
        }
        hashes.awaitUnderWay(1);
        hashes.release();
        for (Future<Boolean> each : waiting) {
            assertTrue(each.get());
        }
        assertEquals(1, hashes.computed.get());
    }

    @Test
    void zeros_behind_a_password_make_another_one() {
        assertFalse(isRight("jane", (new String(RIGHT) + '\0').toCharArray(), set));
    }

    private boolean isRight(String name, char[] password, Password of) {
        return check.isRight(name, password, of, Callable::call);
    }

    private Future<Boolean> attempt(String password) {
        return callers.submit(() -> isRight("jane", password.toCharArray(), set));
    }

    private static TooManyLogins refusal(Future<Boolean> attempt) {
        return (TooManyLogins)
                assertThrows(ExecutionException.class, attempt::get).getCause();
    }

    /** Hashes by doing nothing to the password, and knows how often and how many at once. */
    private static final class Counting implements PasswordHash {

        private final AtomicInteger computed = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final AtomicInteger underWayMost = new AtomicInteger();
        private volatile CountDownLatch held = new CountDownLatch(0);

        void hold() {
            held = new CountDownLatch(1);
        }

        void release() {
            held.countDown();
        }

        void awaitUnderWay(int count) {
            while (underWay.get() < count) {
                Thread.onSpinWait();
            }
        }

        @Override
        public String generate(char[] password) {
            return "plain:" + new String(password);
        }

        @Override
        public boolean verify(char[] password, String hash) {
            computed.incrementAndGet();
            underWayMost.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                held.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
            underWay.decrementAndGet();
            return hash.equals(generate(password));
        }
    }
}
