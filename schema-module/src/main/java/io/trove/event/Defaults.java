package io.trove.event;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an event takes from its surroundings: always the ledger's uid (32 lower-case hex digits) and the seed (32 random
 * bytes, its own), the rest only where the event does not say it.
 */
public record Defaults(
        String ledgerUid,
        Supplier<String> flakes,
        Instant now,
        String producer,
        Actor actor,
        Optional<SchemaId> schema,
        Optional<Json> trace,
        byte[] seed) {

    public Defaults {
        Records.requireSeed(seed);
        if (!isUid(ledgerUid)) {
            throw new IllegalArgumentException("a ledger's uid is 32 lower-case hex digits; got " + ledgerUid);
        }
    }

    private static boolean isUid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return text.length() == 32;
    }
}
