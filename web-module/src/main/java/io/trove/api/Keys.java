package io.trove.api;

import java.util.Optional;

/** The {@code Idempotency-Key} of a request. */
final class Keys {
    static final int LENGTH_MAX = 200;

    private Keys() {}

    /** None without the header. */
    static Optional<String> of(String header) {
        if (header != null && (header.isBlank() || header.length() > LENGTH_MAX)) {
            throw new ParameterRefused("Idempotency-Key", header, "1 to " + LENGTH_MAX + " characters");
        }
        return Optional.ofNullable(header);
    }
}
