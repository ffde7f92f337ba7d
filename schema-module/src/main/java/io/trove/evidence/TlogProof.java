package io.trove.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The proof that an entry is in a log, as C2SP {@code tlog-proof} writes it. As its extra data Trove gives the event's
 * record, whose SHA-256 is the log's entry.
 */
public record TlogProof(byte[] extra, long index, List<byte[]> proof, SignedNote note) {

    /** The first line of every such proof. */
    public static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final int HASHES_MAX = 64;

    public TlogProof {
        proof = List.copyOf(proof);
    }

    /** The proof as it is sent and kept. */
    public String print() {
        var text = new StringBuilder(HEADER).append('\n');
        if (extra.length > 0) {
            text.append(EXTRA).append(Base64Text.of(extra)).append('\n');
        }
        text.append(INDEX).append(index).append('\n');
        proof.forEach(hash -> text.append(Base64Text.of(hash)).append('\n'));
        return text.append('\n').append(note.print()).toString();
    }

    /** Reads a proof; {@link EvidenceInvalid} says why it is none. */
    public static TlogProof parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0 || !text.startsWith(HEADER + "\n")) {
            throw new EvidenceInvalid("A proof begins with " + HEADER + " and has a checkpoint behind a blank line");
        }
        var lines = new ArrayList<>(text.substring(0, blank).lines().skip(1).toList());
        byte[] extra = new byte[0];
        if (!lines.isEmpty() && lines.get(0).startsWith(EXTRA)) {
            extra = Base64Text.decode(lines.remove(0).substring(EXTRA.length()), "The extra data");
        }
        String index = lines.isEmpty() ? "" : lines.remove(0);
        if (!index.startsWith(INDEX)
                || !NUMBER.matcher(index.substring(INDEX.length())).matches()) {
            throw new EvidenceInvalid("A proof has a line \"index N\", not \"" + index + "\"");
        }
        if (lines.size() > HASHES_MAX) {
            throw new EvidenceInvalid("A proof has at most %d hashes, not %d".formatted(HASHES_MAX, lines.size()));
        }
        return new TlogProof(
                extra,
                Long.parseLong(index.substring(INDEX.length())),
                lines.stream()
                        .map(hash -> Base64Text.decode(hash, "A hash of the proof"))
                        .toList(),
                SignedNote.parse(text.substring(blank + 2)));
    }
}
