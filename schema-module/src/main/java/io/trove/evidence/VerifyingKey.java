package io.trove.evidence;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 public key; its text is the base64 of its 32 bytes, and two keys with the same bytes are equal. */
public final class VerifyingKey {

    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;

    private final byte[] raw;
    private final PublicKey key;

    private VerifyingKey(byte[] raw, PublicKey key) {
        this.raw = raw;
        this.key = key;
    }

    /** The key that {@link #text()} printed; anything else is an IllegalArgumentException. */
    public static VerifyingKey parse(String text) {
        byte[] raw = Base64.getDecoder().decode(text);
        if (raw.length != LENGTH) {
            throw new IllegalArgumentException("An Ed25519 public key has 32 bytes, not " + raw.length);
        }
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + LENGTH);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, LENGTH);
        try {
            return of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException notAPoint) {
            throw new IllegalArgumentException("These 32 bytes are no Ed25519 public key", notAPoint);
        }
    }

    /** The key of this Ed25519 public key of the Java platform. */
    public static VerifyingKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifyingKey(Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length), key);
    }

    /** Whether the private key of this one signed exactly these bytes. */
    public boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(message);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException malformedSignature) {
            return false;
        }
    }

    /** The 32 bytes of the key. */
    public byte[] bytes() {
        return raw.clone();
    }

    /** The 32 bytes in base64. */
    public String text() {
        return Base64.getEncoder().encodeToString(raw);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifyingKey that && Arrays.equals(raw, that.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return text();
    }
}
