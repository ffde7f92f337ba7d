package io.trove.merkle;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * What must be kept of a tree to go on growing it: the roots of the perfect subtrees that it consists of, the largest
 * first; as many as its size has bits that are set.
 */
public final class CompactRange {

    /** The tree without a leaf. */
    public static final CompactRange EMPTY = new CompactRange(0, List.of());

    private final long size;
    private final List<byte[]> roots;

    private CompactRange(long size, List<byte[]> roots) {
        this.size = size;
        this.roots = roots;
    }

    /** The range whose {@link #bytes()} these are; {@link ProofInvalid} when a tree of this size has no such range. */
    public static CompactRange of(long size, byte[] bytes) {
        int count = Long.bitCount(size);
        if (size < 0 || bytes.length != count * Rfc6962.HASH_BYTES) {
            throw new ProofInvalid("The compact range of a tree of %d leaves has %d bytes, not %d"
                    .formatted(size, count * Rfc6962.HASH_BYTES, bytes.length));
        }
        var roots = new ArrayList<byte[]>(count);
        for (int i = 0; i < count; i++) {
            roots.add(Arrays.copyOfRange(bytes, i * Rfc6962.HASH_BYTES, (i + 1) * Rfc6962.HASH_BYTES));
        }
        return new CompactRange(size, roots);
    }

    /** Takes each perfect subtree of two leaves or more when it becomes complete, the smaller before the larger. */
    public interface Completed {
        void take(int level, long index, byte[] hash);
    }

    /** The range with these leaves behind its own. */
    public CompactRange append(List<byte[]> leaves, Completed completed) {
        MessageDigest sha256 = Rfc6962.sha256();
        Deque<byte[]> stack = new ArrayDeque<>(roots);
        long grown = size;
        for (byte[] leaf : leaves) {
            byte[] hash = leaf;
            long index = grown++;
            for (int level = 1; (index & 1) == 1; level++) {
                hash = Rfc6962.node(sha256, stack.removeLast(), hash);
                index >>= 1;
                completed.take(level, index, hash);
            }
            stack.addLast(hash);
        }
        return new CompactRange(grown, new ArrayList<>(stack));
    }

    /** How many leaves the tree has. */
    public long size() {
        return size;
    }

    /** The tree's hash. */
    public byte[] root() {
        if (roots.isEmpty()) {
            return Rfc6962.emptyRoot();
        }
        byte[] hash = roots.get(roots.size() - 1);
        for (int i = roots.size() - 2; i >= 0; i--) {
            hash = Rfc6962.node(roots.get(i), hash);
        }
        return hash;
    }

    /** The subtrees' roots one after the other. */
    public byte[] bytes() {
        byte[] bytes = new byte[roots.size() * Rfc6962.HASH_BYTES];
        for (int i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i), 0, bytes, i * Rfc6962.HASH_BYTES, Rfc6962.HASH_BYTES);
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompactRange range && size == range.size && Arrays.equals(bytes(), range.bytes());
    }

    @Override
    public int hashCode() {
        return Long.hashCode(size);
    }

    @Override
    public String toString() {
        return "CompactRange[size=" + size + "]";
    }
}
