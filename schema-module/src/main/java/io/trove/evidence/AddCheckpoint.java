package io.trove.evidence;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log asks of a witness (C2SP {@code tlog-witness}, {@code add-checkpoint}): to cosign this checkpoint, which grew
 * from the size that the witness cosigned last.
 */
public record AddCheckpoint(long oldSize, List<byte[]> proof, SignedNote note) {

    private static final Pattern OLD = Pattern.compile("old (0|[1-9][0-9]{0,17})");
    private static final int HASHES_MAX = 63;

    public AddCheckpoint {
        proof = List.copyOf(proof);
    }

    /** The body of the request. */
    public String print() {
        var body = new StringBuilder("old " + oldSize + "\n");
        proof.forEach(hash -> body.append(Base64Text.of(hash)).append('\n'));
        return body.append('\n').append(note.print()).toString();
    }

    /** Reads a body; {@link EvidenceInvalid} says why it is none. */
    public static AddCheckpoint parse(byte[] utf8) {
        String body = new String(utf8, StandardCharsets.UTF_8);
        int blank = body.indexOf("\n\n");
        var lines =
                new ArrayList<>(body.substring(0, Math.max(0, blank)).lines().toList());
        var old = OLD.matcher(lines.isEmpty() ? "" : lines.remove(0));
        if (blank < 0 || !old.matches()) {
            throw new EvidenceInvalid("The body is \"old N\", a proof, a blank line and a checkpoint");
        }
        if (lines.size() > HASHES_MAX) {
            throw new EvidenceInvalid("A proof has at most %d hashes, not %d".formatted(HASHES_MAX, lines.size()));
        }
        return new AddCheckpoint(
                Long.parseLong(old.group(1)),
                lines.stream()
                        .map(hash -> Base64Text.decode(hash, "A hash of the proof"))
                        .toList(),
                SignedNote.parse(body.substring(blank + 2)));
    }
}
