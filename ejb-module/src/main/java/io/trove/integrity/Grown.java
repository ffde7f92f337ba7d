package io.trove.integrity;

import io.trove.filter.Tables;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Tile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** The tree of a ledger as an audit grows it again, stretch behind stretch, and what it is held against on the way. */
final class Grown {

    private final Tables tables;
    private final SortedMap<Long, Signed> checkpoints;
    private final List<Disagreement> found = new ArrayList<>();
    private CompactRange tree;
    private long recordedAt;
    private long rows;

    Grown(Tables tables, SortedMap<Long, Signed> checkpoints, AuditTable.Kept from) {
        this.tables = tables;
        this.checkpoints = checkpoints;
        this.tree = CompactRange.of(from.at(), from.tree());
        this.recordedAt = from.recordedAt();
        this.rows = from.rows();
    }

    /** Goes on with the next stretch. */
    void add(Looked next) {
        found.addAll(next.found());
        if (next.recordedFirst() < recordedAt) {
            found.add(Disagreement.recordedTooEarly(next.start()));
        }
        recordedAt = Math.max(recordedAt, next.recordedLast());
        rows += next.rows();
        grow(next.leaves());
    }

    /** Appends the leaves, and stops at each size that was signed. */
    private void grow(List<byte[]> leaves) {
        long start = tree.size();
        int done = 0;
        for (Signed signed :
                checkpoints.subMap(start + 1, start + leaves.size() + 1).values()) {
            int upTo = (int) (signed.checkpoint().size() - start);
            tree = tree.append(leaves.subList(done, upTo), this::above);
            done = upTo;
            if (!Arrays.equals(tree.root(), signed.checkpoint().root())) {
                found.add(Disagreement.of(
                        "checkpoint",
                        "root",
                        "What is there, at size %d, is not what was signed".formatted(tree.size())));
            }
        }
        tree = tree.append(leaves.subList(done, leaves.size()), this::above);
    }

    private void above(int level, long index, byte[] hash) {
        if (level % Tile.HEIGHT != 0) {
            return;
        }
        int tileLevel = level / Tile.HEIGHT;
        Optional<byte[]> kept = new StoredTiles(tables).hash(tileLevel, index);
        if (kept.filter(there -> Arrays.equals(there, hash)).isEmpty()) {
            found.add(Disagreement.at(
                    index << level,
                    "tile",
                    "level " + tileLevel,
                    "The hash %d of level %d is not that of the events below it".formatted(index, tileLevel)));
        }
    }

    CompactRange tree() {
        return tree;
    }

    long recordedAt() {
        return recordedAt;
    }

    long rows() {
        return rows;
    }

    List<Disagreement> found() {
        return found;
    }
}
