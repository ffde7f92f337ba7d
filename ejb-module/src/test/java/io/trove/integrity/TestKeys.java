package io.trove.integrity;

import io.trove.access.SigningKeys;
import io.trove.evidence.VerifyingKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a ledger as its events recorded them, and the private halves that a server holds. */
final class TestKeys implements Signing.PrivateKeys {

    private final List<SigningKeys.Recorded> recorded = new ArrayList<>();
    private final Map<String, PrivateKey> held = new HashMap<>();

    TestKeys() throws GeneralSecurityException {
        record(0);
    }

    List<SigningKeys.Recorded> recorded() {
        return List.copyOf(recorded);
    }

    /** Records another key at this position. */
    void rotate(long position) {
        try {
            record(position);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private void record(long position) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        VerifyingKey key = VerifyingKey.of(pair.getPublic());
        recorded.add(new SigningKeys.Recorded(position, key));
        held.put(key.text(), pair.getPrivate());
    }

    /** The server loses a private key. */
    void lose(VerifyingKey key) {
        held.remove(key.text());
    }

    @Override
    public boolean holds(VerifyingKey key) {
        return held.containsKey(key.text());
    }

    @Override
    public byte[] sign(VerifyingKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(held.get(key.text()));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
