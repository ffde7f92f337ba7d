package io.trove.api;

import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Invalid;
import io.trove.ledger.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The ids of lines that have none: the same for the same caller, key and line, so that a line sent again is known. */
record ImportedIds(Optional<String> prefix) {
    private static final int HASH_BYTES = 16;

    static ImportedIds of(Caller caller, Optional<String> idempotencyKey) {
        return new ImportedIds(idempotencyKey.map(key -> "import-" + hash(caller.id() + '\0' + key) + "-"));
    }

    /** The draft with an id, its own where it has one. */
    Draft named(int line, Draft draft) {
        return draft.id().isPresent() ? draft : draft.asVersion(new EventId(requirePrefix() + line, 1));
    }

    private String requirePrefix() {
        return prefix.orElseThrow(() -> new Invalid(
                "/id",
                "nothing",
                "an id, or an Idempotency-Key with the request, by which the line is known when it is sent again"));
    }

    private static String hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(sha256, HASH_BYTES));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("This Java runtime has no SHA-256", absent);
        }
    }
}
