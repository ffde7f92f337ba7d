package io.trove.evidence;

import io.trove.merkle.Rfc6962;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a ledger states when it signs: under this origin there are so many events, and this is their tree's root. */
public record Checkpoint(String origin, long size, byte[] root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");
    private static final int LINES_MIN = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || origin.indexOf('\n') >= 0) {
            throw new EvidenceInvalid("A checkpoint's origin is one line, not \"" + origin + "\"");
        }
        if (size < 0 || root.length != Rfc6962.HASH_BYTES) {
            throw new EvidenceInvalid("A checkpoint has a size and a root of 32 bytes, not %d and one of %d"
                    .formatted(size, root.length));
        }
    }

    public Checkpoint(String origin, long size, byte[] root) {
        this(origin, size, root, List.of());
    }

    /** What a note states, whoever signed it; {@link EvidenceInvalid} when it is no checkpoint. */
    public static Checkpoint of(SignedNote note) {
        List<String> lines = note.text().lines().toList();
        if (lines.size() < LINES_MIN || lines.stream().anyMatch(String::isEmpty)) {
            throw new EvidenceInvalid("A checkpoint is an origin, a size and a root on a line each");
        }
        return new Checkpoint(
                lines.get(0),
                size(lines.get(1)),
                Base64Text.decode(lines.get(2), "The root of the checkpoint"),
                lines.subList(LINES_MIN, lines.size()));
    }

    private static long size(String line) {
        try {
            if (SIZE.matcher(line).matches()) {
                return Long.parseLong(line);
            }
        } catch (NumberFormatException tooLarge) {
            throw new EvidenceInvalid("A checkpoint's size is below 2^63, not " + line);
        }
        throw new EvidenceInvalid(
                "A checkpoint's size is a decimal number without leading zeros, not \"" + line + "\"");
    }

    /** The note's text. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root) + "\n"
                + extensions.stream().map(line -> line + "\n").reduce("", String::concat);
    }

    /** This statement, signed under the name of its origin. */
    public SignedNote sign(VerifyingKey key, UnaryOperator<byte[]> ed25519) {
        return SignedNote.sign(text(), keyOf(origin, key), ed25519);
    }

    /** The key by which a ledger of this origin signs. */
    public static NoteKey keyOf(String origin, VerifyingKey key) {
        return new NoteKey(origin, NoteKey.Kind.ED25519, key);
    }
}
