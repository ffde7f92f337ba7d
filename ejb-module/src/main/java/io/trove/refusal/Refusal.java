package io.trove.refusal;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What was asked for is not done, and why; the message says what was got, what was wanted and what can be done. */
@ApplicationException(rollback = true)
public abstract class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    protected Refusal(String detail) {
        this(detail, null);
    }

    /** Refusals are answers, not accidents: they carry a cause where there is one, and no stack trace. */
    protected Refusal(String detail, Throwable cause) {
        super(detail, cause, false, false);
    }

    /** The stable name of this kind of refusal, the last part of its problem type. */
    public abstract String slug();

    /** The kind of refusal in a few words, the same for each of its kind. */
    public abstract String title();

    /** The HTTP status that says it best. */
    public abstract int status();

    /** The facts behind the message, by name, as text, numbers, booleans, lists and maps of these. */
    public Map<String, Object> facts() {
        return Map.of();
    }

    /** When asking again may help. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** So many of these in words: "1 event", "2 events". */
    protected static String counted(long number, String one) {
        return number + " " + (number == 1 ? one : one + "s");
    }
}
