package io.trove.access;

import io.trove.crypto.MacKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * An attempt to sign in at a provider, as the browser keeps it while it is there: nothing is kept here of who never comes back.
 * The state ties the answer to this browser, the nonce the token to this attempt, the verifier (RFC 7636) the code to both.
 */
record Attempt(String state, String nonce, String verifier, String to, Instant until) {

    private static final Duration HOLDS = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RANDOM_BYTES = 32;
    private static final String FORM = "a1";
    private static final String BETWEEN = "\n";
    private static final int FIELDS = 6;

    /** A browser keeps no more than 4,096 bytes in a cookie. */
    private static final int TO_MAX = 1000;

    static Attempt begin(String to, Instant now) {
        String page = PageWanted.orHome(to.length() > TO_MAX ? "" : to);
        return new Attempt(random(), random(), random(), page, now.plus(HOLDS));
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    /** What the provider is told of the verifier. */
    String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }

    /** Whether an answer with this state is the answer to this. */
    boolean isOf(String answered) {
        return MessageDigest.isEqual(
                state.getBytes(StandardCharsets.US_ASCII), answered.getBytes(StandardCharsets.UTF_8));
    }

    /** With a tag that only this installation's servers can make. */
    String text(MacKey key) {
        byte[] body = String.join(BETWEEN, FORM, state, nonce, verifier, Long.toString(until.toEpochMilli()), to)
                .getBytes(StandardCharsets.UTF_8);
        return base64(body) + "." + base64(key.tag(body));
    }

    /** The attempt that this text is, while it may still end. */
    static Optional<Attempt> read(String text, MacKey key, Instant now) {
        String[] parts = text.split("\\.", 2);
        if (parts.length != 2) {
            return Optional.empty();
        }
        try {
            byte[] body = Base64.getUrlDecoder().decode(parts[0]);
            if (!key.checks(body, Base64.getUrlDecoder().decode(parts[1]))) {
                return Optional.empty();
            }
            String[] fields = new String(body, StandardCharsets.UTF_8).split(BETWEEN, FIELDS);
            var until = Instant.ofEpochMilli(Long.parseLong(fields[4]));
            return Optional.of(new Attempt(fields[1], fields[2], fields[3], fields[5], until))
                    .filter(attempt -> fields[0].equals(FORM) && now.isBefore(until));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
