package io.trove.api;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a digest is written. */
final class Digests {
    private static final Pattern TAG = Pattern.compile("\"sha256:[0-9a-f]{64}\"");

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

    /** The digest that a strong entity tag stands for, if it is such a tag. */
    static Optional<byte[]> ofTag(String tag) {
        return TAG.matcher(tag).matches()
                ? Optional.of(HexFormat.of().parseHex(tag, tag.indexOf(':') + 1, tag.length() - 1))
                : Optional.empty();
    }

    /** As a strong entity tag. */
    static String tag(byte[] sha256) {
        return '"' + text(sha256) + '"';
    }
}
