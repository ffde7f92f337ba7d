package io.trove.access;

import io.trove.access.Principal.Password;
import io.trove.crypto.MacKey;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.PasswordHash;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;

/**
 * Says whether a password is right. That costs a fifth of a second of computing by design, so few are checked at once,
 * equal ones together, and a right one is remembered for a while: not itself, but its tag under a key of this process.
 */
@ApplicationScoped
class PasswordCheck {

    static final int ITERATIONS = 600_000;
    static final int AT_ONCE_MAX = 2;
    static final int WAITING_MAX = 20;
    static final int LENGTH_MAX = 1_000;
    static final int REMEMBERED_MAX = 1_000;
    static final Duration REMEMBERED_FOR = Duration.ofMinutes(5);

    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int SALT_BYTES = 32;
    private static final int HASH_BYTES = 32;

    @Inject
    private Pbkdf2PasswordHash pbkdf2;

    private PasswordHash hashes;
    private Password nobodys;
    private Remembered<String, Boolean> right;
    private final MacKey key = new MacKey(random(HASH_BYTES));
    private final Map<String, FutureTask<Boolean>> underWay = new ConcurrentHashMap<>();
    private final Semaphore places = new Semaphore(AT_ONCE_MAX + WAITING_MAX);
    private final Semaphore running = new Semaphore(AT_ONCE_MAX, true);

    PasswordCheck() {}

    PasswordCheck(PasswordHash hashes, int iterations, Clock clock) {
        take(hashes, iterations, clock);
    }

    @PostConstruct
    void take() {
        pbkdf2.initialize(Map.of(
                "Pbkdf2PasswordHash.Algorithm", ALGORITHM,
                "Pbkdf2PasswordHash.Iterations", String.valueOf(ITERATIONS),
                "Pbkdf2PasswordHash.SaltSizeBytes", String.valueOf(SALT_BYTES),
                "Pbkdf2PasswordHash.KeySizeBytes", String.valueOf(HASH_BYTES)));
        take(pbkdf2, ITERATIONS, Clock.systemUTC());
    }

    private void take(PasswordHash hashes, int iterations, Clock clock) {
        this.hashes = hashes;
        this.nobodys = new Password(
                "", String.join(":", ALGORITHM, String.valueOf(iterations), base64(SALT_BYTES), base64(HASH_BYTES)));
        this.right = new Remembered<>(clock, REMEMBERED_FOR, REMEMBERED_MAX);
    }

    /** How somebody guesses, where it has to be found out whether the guess is right. */
    interface Guess {
        boolean isRight(Callable<Boolean> check) throws Exception;
    }

    /**
     * Whether this is the password that was set for the name; {@link TooManyLogins} when too many want to know. Only what has to be
     * found out is a guess, and the same from many at once is one.
     */
    boolean isRight(String name, char[] password, Password set, Guess guess) {
        if (password.length > LENGTH_MAX || hasPadding(password)) {
            return false;
        }
        String attempt = tag(name, password, set);
        if (right.find(attempt).isPresent()) {
            return true;
        }
        FutureTask<Boolean> mine = new FutureTask<>(() -> guess.isRight(() -> verify(attempt, password, set)));
        FutureTask<Boolean> first = underWay.putIfAbsent(attempt, mine);
        if (first != null) {
            return outcome(first);
        }
        try {
            mine.run();
        } finally {
            underWay.remove(attempt);
        }
        return outcome(mine);
    }

    /** To its hash a password is the same with zeros behind it. */
    static boolean hasPadding(char[] password) {
        return new String(password).indexOf('\0') >= 0;
    }

    /** A password that nobody knows, which takes as long to check as anybody's. */
    Password nobodys() {
        return nobodys;
    }

    /** The hash to keep for a password. */
    String hash(char[] password) {
        return hashes.generate(password);
    }

    private boolean verify(String attempt, char[] password, Password set) throws InterruptedException {
        if (!places.tryAcquire()) {
            throw new TooManyLogins(WAITING_MAX);
        }
        try {
            running.acquire();
            try {
                boolean isRight = hashes.verify(password, set.hash());
                if (isRight) {
                    right.keep(attempt, true);
                }
                return isRight;
            } finally {
                running.release();
            }
        } finally {
            places.release();
        }
    }

    private static boolean outcome(FutureTask<Boolean> check) {
        try {
            return check.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyLogins(WAITING_MAX);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("The password could not be checked", failed.getCause());
        }
    }

    /** The event that set the password is part of it, so that another password makes the old one's tag worthless. */
    private String tag(String name, char[] password, Password set) {
        String attempt = name.length() + ":" + name + set.setBy().length() + ":" + set.setBy() + new String(password);
        return HexFormat.of().formatHex(key.tag(attempt.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(int length) {
        return Base64.getEncoder().encodeToString(random(length));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
