package io.trove.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Slows down whoever guesses: at an account from one address much, at an account from anywhere a little, so that nobody is
 * locked out for good by others, and from one address at whatever. What was long ago is forgotten, and only so much is
 * remembered.
 */
@ApplicationScoped
class Attempts {

    static final Duration REMEMBERED_FOR = Duration.ofMinutes(15);
    static final int REMEMBERED_MAX = 20_000;
    static final Limit ACCOUNT_HERE = new Limit(5, Duration.ofSeconds(60));
    static final Limit ACCOUNT = new Limit(20, Duration.ofSeconds(5));
    static final Limit ADDRESS = new Limit(100, Duration.ofSeconds(30));

    private static final int DOUBLINGS_MAX = 20;

    private final Clock clock;
    private final Remembered<String, Failures> recent;

    /** How often one may fail before each further attempt waits twice as long as the one before, up to a bound. */
    record Limit(int free, Duration waitMax) {

        Duration wait(int failures) {
            if (failures < free) {
                return Duration.ZERO;
            }
            Duration doubled = Duration.ofSeconds(1L << Math.min(DOUBLINGS_MAX, failures - free));
            return doubled.compareTo(waitMax) < 0 ? doubled : waitMax;
        }
    }

    /** How many there were, when the last one was, and the one before. */
    private record Failures(int count, Instant last, Instant before) {

        static final Failures NONE = new Failures(0, Instant.EPOCH, Instant.EPOCH);

        Failures more(Instant now) {
            return new Failures(count + 1, now, last);
        }

        Failures without(Instant one) {
            return new Failures(count - 1, last.equals(one) ? before : last, before);
        }
    }

    Attempts() {
        this(Clock.systemUTC());
    }

    Attempts(Clock clock) {
        this.clock = clock;
        this.recent = new Remembered<>(clock, REMEMBERED_FOR, REMEMBERED_MAX);
    }

    /**
     * Whether a guess at an account is right; {@link TooManyAttempts} when it is too early for one. It counts as wrong until it is known
     * to be right, so that many at once gain nothing.
     */
    boolean guess(String account, String address, Callable<Boolean> isRight) throws Exception {
        Instant begun = begin(account, address);
        try {
            boolean known = isRight.call();
            if (known) {
                recent.forget(here(account, address));
                recent.forget(anywhere(account));
                takeBack(from(address), begun);
            }
            return known;
        } catch (TooManyLogins nobodyLooked) {
            takeBack(here(account, address), begun);
            takeBack(anywhere(account), begun);
            takeBack(from(address), begun);
            throw nobodyLooked;
        }
    }

    private synchronized Instant begin(String account, String address) {
        requireWaited(here(account, address), ACCOUNT_HERE);
        requireWaited(anywhere(account), ACCOUNT);
        requireWaited(from(address), ADDRESS);
        count(here(account, address));
        count(anywhere(account));
        return count(from(address));
    }

    /** {@link TooManyAttempts} when it is too early to try from there again. */
    void begin(String address) {
        requireWaited(from(address), ADDRESS);
    }

    void failed(String address) {
        count(from(address));
    }

    private void requireWaited(String who, Limit limit) {
        recent.find(who).ifPresent(failures -> {
            Instant next = failures.last.plus(limit.wait(failures.count));
            if (clock.instant().isBefore(next)) {
                throw new TooManyAttempts(Duration.between(clock.instant(), next));
            }
        });
    }

    private synchronized Instant count(String who) {
        Instant now = clock.instant();
        recent.keep(who, recent.find(who).orElse(Failures.NONE).more(now));
        return now;
    }

    private synchronized void takeBack(String who, Instant one) {
        recent.find(who).map(failures -> failures.without(one)).ifPresent(left -> {
            if (left.count == 0) {
                recent.forget(who);
            } else {
                recent.keep(who, left);
            }
        });
    }

    private static String here(String account, String address) {
        return "here " + bounded(account) + " " + address;
    }

    private static String anywhere(String account) {
        return "account " + bounded(account);
    }

    private static String from(String address) {
        return "address " + address;
    }

    private static String bounded(String account) {
        return account.length() <= 300 ? account : account.substring(0, 300);
    }
}
