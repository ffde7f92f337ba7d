package io.trove.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** How a digest is written. */
final class Digests {
    private Digests() {}

    static String text(byte[] sha256) {
        return "sha256:" + HexFormat.of().formatHex(sha256);
    }

    /** A strong entity tag of these bytes. */
    static String tagOf(byte[] bytes) {
        try {
            return tag(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** As a strong entity tag. */
    static String tag(byte[] sha256) {
        return '"' + text(sha256) + '"';
    }
}
