package io.trove.merkle;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A tree of random entries that was grown batch by batch, with the tiles that its growth completed. */
final class GrownTree implements Tiles {

    private final List<byte[]> entries = new ArrayList<>();
    private final Map<Integer, List<byte[]>> levels = new HashMap<>();
    private CompactRange range = CompactRange.EMPTY;

    static GrownTree of(int size, Random random) {
        var tree = new GrownTree();
        while (tree.entries.size() < size) {
            tree.grow(1 + random.nextInt(Math.min(300, size - tree.entries.size())), random);
        }
        return tree;
    }

    private void grow(int count, Random random) {
        var leaves = new ArrayList<byte[]>();
        for (int i = 0; i < count; i++) {
            byte[] entry = new byte[random.nextInt(40)];
            random.nextBytes(entry);
            entries.add(entry);
            leaves.add(Rfc6962.leaf(entry));
        }
        level(0).addAll(leaves);
        range = range.append(leaves, (level, index, hash) -> {
            if (level % Tile.HEIGHT == 0) {
                level(level / Tile.HEIGHT).add(hash);
            }
        });
        range = CompactRange.of(range.size(), range.bytes());
    }

    private List<byte[]> level(int level) {
        return levels.computeIfAbsent(level, missing -> new ArrayList<>());
    }

    /** The hash of the entry at this index; short entries may be equal, and so are their leaves. */
    byte[] leaf(long index) {
        return Rfc6962.leaf(entries.get((int) index));
    }

    @Override
    public byte[] read(Tile tile) {
        var bytes = new ByteArrayOutputStream();
        int start = (int) tile.start();
        level(tile.level()).subList(start, start + tile.width()).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    CompactRange range() {
        return range;
    }

    List<byte[]> entries(long size) {
        return entries.subList(0, (int) size);
    }

    /** The tree as it was at this size, from nothing but tiles. */
    Tree at(long size) {
        return new Tree(size, new TiledNodes(size, this));
    }
}
