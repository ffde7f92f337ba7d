package io.trove.api;

import java.util.HexFormat;

/** How a digest is written. */
final class Digests {
    private Digests() {}

    static String text(byte[] sha256) {
        return "sha256:" + HexFormat.of().formatHex(sha256);
    }

    /** As a strong entity tag. */
    static String tag(byte[] sha256) {
        return '"' + text(sha256) + '"';
    }
}
