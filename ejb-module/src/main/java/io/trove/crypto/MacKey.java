package io.trove.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key for HMAC-SHA-256; prints nothing of itself. */
public final class MacKey {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /** A key of these bytes. */
    public MacKey(byte[] secret) {
        this.key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** The 32 bytes that prove, to who has the key, that who had it saw this message. */
    public byte[] tag(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This Java runtime has no " + ALGORITHM, absent);
        }
    }

    /** Whether the tag is this message's, taking the same time wherever they differ. */
    public boolean checks(byte[] message, byte[] tag) {
        return MessageDigest.isEqual(tag(message), tag);
    }
}
