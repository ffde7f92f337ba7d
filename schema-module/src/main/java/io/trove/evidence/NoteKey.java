package io.trove.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The key that a line of a signed note names: a name, a kind of signature and an Ed25519 public key. Its text is a
 * "verifier key": {@code name+id+base64}.
 */
public record NoteKey(String name, Kind kind, VerifyingKey key) {

    private static final int NAME_LENGTH_MAX = 1_024;
    private static final int PARTS = 3;

    /** What is signed. */
    public enum Kind {
        /** The note's text. */
        ED25519((byte) 0x01),
        /** The note's text behind the time at which a witness saw it (C2SP {@code tlog-cosignature}, version 1). */
        COSIGNATURE((byte) 0x04);

        private final byte type;

        Kind(byte type) {
            this.type = type;
        }
    }

    public NoteKey {
        boolean spaced = name.codePoints()
                .anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c));
        if (name.isEmpty() || name.length() > NAME_LENGTH_MAX || spaced || name.indexOf('+') >= 0) {
            throw new EvidenceInvalid("A key's name has 1 to %d characters, no space and no plus sign; this is \"%s\""
                    .formatted(NAME_LENGTH_MAX, name));
        }
    }

    /** The key whose {@link #text()} this is. */
    public static NoteKey parse(String text) {
        String[] parts = text.split("\\+", PARTS);
        if (parts.length != PARTS) {
            throw new EvidenceInvalid("A verifier key reads name+id+base64; this is \"%s\"".formatted(text));
        }
        byte[] typed = Base64Text.decode(parts[2], "The key \"" + text + "\"");
        for (Kind kind : Kind.values()) {
            if (typed.length > 0 && typed[0] == kind.type) {
                String raw = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(typed, 1, typed.length));
                NoteKey key = new NoteKey(parts[0], kind, parsed(raw, text));
                if (!key.idText().equals(parts[1].toLowerCase(Locale.ROOT))) {
                    throw new EvidenceInvalid(
                            "The key \"%s\" has the id %s, not %s".formatted(text, key.idText(), parts[1]));
                }
                return key;
            }
        }
        throw new EvidenceInvalid("The key \"%s\" is of a kind that is not known here".formatted(text));
    }

    private static VerifyingKey parsed(String raw, String text) {
        try {
            return VerifyingKey.parse(raw);
        } catch (IllegalArgumentException notAKey) {
            throw new EvidenceInvalid("The key \"%s\" holds no Ed25519 public key".formatted(text));
        }
    }

    /** The four bytes by which a signature names the key. */
    int id() {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(name.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) '\n');
            return ByteBuffer.wrap(sha256.digest(typed())).getInt();
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }

    /** The verifier key. */
    public String text() {
        return name + "+" + idText() + "+" + Base64.getEncoder().encodeToString(typed());
    }

    private String idText() {
        return HexFormat.of().toHexDigits(id());
    }

    private byte[] typed() {
        byte[] raw = key.bytes();
        return ByteBuffer.allocate(1 + raw.length).put(kind.type).put(raw).array();
    }

    @Override
    public String toString() {
        return text();
    }
}
