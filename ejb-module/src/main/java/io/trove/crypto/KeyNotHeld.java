package io.trove.crypto;

import io.trove.evidence.VerifyingKey;
import io.trove.refusal.Refusal;
import java.util.Map;

/** A ledger signs with a key that this server does not hold; another server may. */
public final class KeyNotHeld extends Refusal {

    private static final long serialVersionUID = 1L;

    private final String key;

    KeyNotHeld(VerifyingKey key) {
        super("This server does not hold the key " + key + ", by which the ledger signs since it was rotated: add it to"
                + " this server's TROVE_SIGNING_KEY, or its file to keys in TROVE_HOME, and start it again");
        this.key = key.text();
    }

    @Override
    public String slug() {
        return "signing-key-missing";
    }

    @Override
    public String title() {
        return "This server cannot sign for the ledger";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("key", key);
    }
}
