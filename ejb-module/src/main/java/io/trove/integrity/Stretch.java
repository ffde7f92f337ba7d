package io.trove.integrity;

import io.trove.event.Records;
import io.trove.filter.Tables;
import io.trove.ledger.Ledger;
import io.trove.merkle.CompactRange;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * A stretch of an audit: some full tiles, or what is behind the last of them. It begins with the tree of what is before it
 * and the time at which that was recorded, and ends with those of what is behind it.
 */
final class Stretch {

    /** So many events are looked at together; whole tiles. */
    static final int LENGTH = 4 * Tile.WIDTH;

    private final Tables tables;
    private final Ledger ledger;
    private final SortedMap<Long, Signed> checkpoints;
    private final List<Disagreement> found = new ArrayList<>();
    private CompactRange tree;
    private long recordedAt;

    Stretch(Tables tables, Ledger ledger, SortedMap<Long, Signed> checkpoints, CompactRange before, long recordedAt) {
        this.tables = tables;
        this.ledger = ledger;
        this.checkpoints = checkpoints;
        this.tree = before;
        this.recordedAt = recordedAt;
    }

    /** Looks at the events up to, but without, this position. */
    Stretch to(long end) throws SQLException {
        long start = tree.size();
        var leaves = new ArrayList<byte[]>();
        for (StoredEvent event : StoredEvent.between(tables, start, end)) {
            missing(leaves, start + leaves.size(), event.position());
            found.addAll(EventCheck.of(event, ledger.uid(), recordedAt));
            recordedAt = Math.max(recordedAt, event.recordedAt());
            leaves.add(Records.leaf(event.digest()));
        }
        missing(leaves, start + leaves.size(), end);
        for (int first = 0; first + Tile.WIDTH <= leaves.size(); first += Tile.WIDTH) {
            tile((start + first) / Tile.WIDTH, leaves.subList(first, first + Tile.WIDTH));
        }
        grow(leaves);
        return this;
    }

    /** Positions without an event; a leaf that nothing hashes to takes the place of each. */
    private void missing(List<byte[]> leaves, long from, long to) {
        for (long position = from; position < to; position++) {
            found.add(Disagreement.at(position, "event", "position", "There is no event at this position"));
            leaves.add(new byte[Rfc6962.HASH_BYTES]);
        }
    }

    private void tile(long index, List<byte[]> leaves) {
        byte[] kept = new StoredTiles(tables).read(new Tile(0, index, Tile.WIDTH));
        if (kept.length != Tile.WIDTH * Rfc6962.HASH_BYTES) {
            found.add(Disagreement.at(
                    index * Tile.WIDTH, "tile", "hashes", "The tile has %d bytes, not 8192".formatted(kept.length)));
            return;
        }
        for (int i = 0; i < Tile.WIDTH; i++) {
            if (!Arrays.equals(leaves.get(i), 0, 32, kept, i * Rfc6962.HASH_BYTES, (i + 1) * Rfc6962.HASH_BYTES)) {
                found.add(Disagreement.at(
                        index * Tile.WIDTH + i,
                        "tile",
                        "hashes",
                        "The hash in tile %d is not that of the event's digest".formatted(index)));
            }
        }
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
                        "The %d events that are there are not those that were signed".formatted(tree.size())));
            }
        }
        tree = tree.append(leaves.subList(done, leaves.size()), this::above);
    }

    private void above(int level, long index, byte[] hash) {
        if (level % Tile.HEIGHT != 0) {
            return;
        }
        int tileLevel = level / Tile.HEIGHT;
        var place = new Tile(tileLevel, index / Tile.WIDTH, (int) (index % Tile.WIDTH) + 1);
        byte[] kept = new StoredTiles(tables).read(place);
        int at = (place.width() - 1) * Rfc6962.HASH_BYTES;
        if (kept.length < at + Rfc6962.HASH_BYTES || !Arrays.equals(hash, 0, 32, kept, at, at + Rfc6962.HASH_BYTES)) {
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

    List<Disagreement> found() {
        return found;
    }
}
