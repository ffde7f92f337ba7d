package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What bytes are, by having read them: their SHA-256 in hex, and how many. */
record Resolved(String hash, long size) {

    private static final int BUFFER_BYTES = 1 << 16;

    /** Reads to the end, as long as it may go on; nothing when it may not. */
    static Optional<Resolved> of(InputStream in, BooleanSupplier mayGoOn) throws IOException {
        MessageDigest sha256 = sha256();
        byte[] buffer = new byte[BUFFER_BYTES];
        long size = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (!mayGoOn.getAsBoolean()) {
                return Optional.empty();
            }
            sha256.update(buffer, 0, count);
            size += count;
        }
        return Optional.of(new Resolved(HexFormat.of().formatHex(sha256.digest()), size));
    }

    /** What these bytes are. */
    static Resolved of(byte[] content) {
        return new Resolved(HexFormat.of().formatHex(sha256().digest(content)), content.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
