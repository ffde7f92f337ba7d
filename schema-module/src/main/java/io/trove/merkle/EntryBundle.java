package io.trove.merkle;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** The entries under a tile of level 0, as C2SP {@code tlog-tiles} writes them: each behind its length in two bytes. */
public final class EntryBundle {

    private static final int LENGTH_MAX = 0xFFFF;

    private EntryBundle() {}

    /** The bundle of these entries. */
    public static byte[] write(List<byte[]> entries) {
        int length =
                entries.stream().mapToInt(entry -> Short.BYTES + entry.length).sum();
        ByteBuffer bundle = ByteBuffer.allocate(length);
        for (byte[] entry : entries) {
            if (entry.length > LENGTH_MAX) {
                throw new IllegalArgumentException(
                        "An entry of a bundle has at most %d bytes, not %d".formatted(LENGTH_MAX, entry.length));
            }
            bundle.putShort((short) entry.length).put(entry);
        }
        return bundle.array();
    }

    /** The entries of a bundle; {@link ProofInvalid} when it ends within one or has more than a full one. */
    public static List<byte[]> read(byte[] bundle) {
        var entries = new ArrayList<byte[]>();
        ByteBuffer rest = ByteBuffer.wrap(bundle);
        while (rest.hasRemaining()) {
            int length = rest.remaining() < Short.BYTES ? LENGTH_MAX : Short.toUnsignedInt(rest.getShort());
            if (length > rest.remaining() || entries.size() == Tile.WIDTH) {
                throw new ProofInvalid("The bundle of %d bytes ends within its entry %d or has more than 256"
                        .formatted(bundle.length, entries.size()));
            }
            byte[] entry = new byte[length];
            rest.get(entry);
            entries.add(entry);
        }
        return entries;
    }
}
