package io.trove.evidence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A text and who signed it: a C2SP signed note. */
public record SignedNote(String text, List<Line> signatures) {

    private static final int LENGTH_MAX = 64 * 1024;
    private static final int SIGNATURES_MAX = 64;
    private static final String DASH = "\u2014 ";

    /** A signature line: the key's name, and the key's id with the signature. */
    public record Line(String name, int keyId, byte[] signature) {

        static Line parse(String line) {
            String[] parts =
                    line.startsWith(DASH) ? line.substring(DASH.length()).split(" ", -1) : new String[0];
            if (parts.length != 2 || parts[0].isEmpty()) {
                throw new EvidenceInvalid("A signature line reads \"\u2014 name base64\"; this is \"" + line + "\"");
            }
            ByteBuffer bytes = ByteBuffer.wrap(Base64Text.decode(parts[1], "The signature of " + parts[0]));
            if (bytes.remaining() <= Integer.BYTES) {
                throw new EvidenceInvalid("The signature of " + parts[0] + " is too short");
            }
            int keyId = bytes.getInt();
            byte[] signature = new byte[bytes.remaining()];
            bytes.get(signature);
            return new Line(parts[0], keyId, signature);
        }

        /** The line without its end. */
        public String print() {
            byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature)
                    .array();
            return DASH + name + " " + Base64Text.of(bytes);
        }

        private boolean isOf(NoteKey key) {
            return name.equals(key.name()) && keyId == key.id();
        }
    }

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (text.isEmpty() || !text.endsWith("\n") || text.startsWith("\n")) {
            throw new EvidenceInvalid("A note's text has lines, and the last one ends");
        }
    }

    /** Reads a note from UTF-8; {@link EvidenceInvalid} says why it is none. */
    public static SignedNote parse(byte[] utf8) {
        if (utf8.length > LENGTH_MAX) {
            throw new EvidenceInvalid("A note has at most %d bytes, not %d".formatted(LENGTH_MAX, utf8.length));
        }
        try {
            return parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(utf8))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new EvidenceInvalid("A note is UTF-8, and this is not");
        }
    }

    /** Reads a note; {@link EvidenceInvalid} says why it is none. */
    public static SignedNote parse(String note) {
        int blank = note.lastIndexOf("\n\n");
        if (note.length() > LENGTH_MAX || blank < 0 || !note.endsWith("\n")) {
            throw new EvidenceInvalid("A note is a text, a blank line and the lines of those who signed it");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new EvidenceInvalid("A note has no control characters but the ends of its lines");
        }
        List<Line> signatures = lines(note.substring(blank + 2));
        if (signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new EvidenceInvalid(
                    "A note has 1 to %d signatures, not %d".formatted(SIGNATURES_MAX, signatures.size()));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The signature lines of a text that consists of them. */
    public static List<Line> lines(String text) {
        return text.lines().map(Line::parse).toList();
    }

    /** This text, signed by the owner of an Ed25519 key. */
    public static SignedNote sign(String text, NoteKey key, UnaryOperator<byte[]> ed25519) {
        return new SignedNote(text, List.of(new Line(key.name(), key.id(), ed25519.apply(utf8(text)))));
    }

    /** The line of a witness that saw this note at that time. */
    public Line cosign(NoteKey witness, long epochSeconds, UnaryOperator<byte[]> ed25519) {
        byte[] signature = ed25519.apply(cosigned(epochSeconds));
        byte[] timed = ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(epochSeconds)
                .put(signature)
                .array();
        return new Line(witness.name(), witness.id(), timed);
    }

    /** This note with further signatures. */
    public SignedNote with(Collection<Line> more) {
        var all = new ArrayList<Line>(signatures);
        more.stream().filter(line -> !all.contains(line)).forEach(all::add);
        return new SignedNote(text, all);
    }

    /** Whether one of the lines is this key's signature, and none that claims to be is another's. */
    public boolean isSignedBy(NoteKey key) {
        List<Line> claimed = signatures.stream().filter(line -> line.isOf(key)).toList();
        return !claimed.isEmpty() && claimed.stream().allMatch(line -> isRight(line, key));
    }

    /** When the witness of this key saw the note, in seconds of the epoch; none when it did not. */
    public OptionalLong cosignedAt(NoteKey witness) {
        return signatures.stream()
                .filter(line -> line.isOf(witness) && isRight(line, witness))
                .mapToLong(line -> ByteBuffer.wrap(line.signature()).getLong())
                .max();
    }

    private boolean isRight(Line line, NoteKey key) {
        if (key.kind() == NoteKey.Kind.ED25519) {
            return key.key().verifies(utf8(text), line.signature());
        }
        ByteBuffer timed = ByteBuffer.wrap(line.signature());
        if (timed.remaining() <= Long.BYTES || timed.getLong(0) < 0) {
            return false;
        }
        long epochSeconds = timed.getLong();
        byte[] signature = new byte[timed.remaining()];
        timed.get(signature);
        return key.key().verifies(cosigned(epochSeconds), signature);
    }

    private byte[] cosigned(long epochSeconds) {
        return utf8("cosignature/v1\ntime " + epochSeconds + "\n" + text);
    }

    /** The note as it is sent and kept. */
    public String print() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(line -> note.append(line.print()).append('\n'));
        return note.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
