package io.trove.integrity;

import io.trove.event.Digests;
import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import io.trove.ledger.Follows;
import io.trove.ledger.Ledger;
import io.trove.merkle.Rfc6962;
import io.trove.merkle.Tile;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A stretch of an audit: some full tiles, or what is behind the last of them. It needs to know nothing of what is before. */
final class Stretch {

    /** So many events are looked at together; whole tiles. */
    static final int LENGTH = 4 * Tile.WIDTH;

    private final Tables tables;
    private final Ledger ledger;
    private final long start;
    private final long end;
    private final List<Follows.Comparison> others;
    private final Digests digests = new Digests();
    private final List<Disagreement> found = new ArrayList<>();

    /** Of a document that is not the one that was kept, nothing follows. */
    private final Set<Long> untold = new HashSet<>();

    /** Documents are often as long as their neighbours, member by member. */
    private Optional<KeptDocument> before = Optional.empty();

    private final List<byte[]> leaves = new ArrayList<>();
    private long recordedFirst = Long.MAX_VALUE;
    private long recordedLast = Long.MIN_VALUE;

    Stretch(Tables tables, Ledger ledger, List<Follows> follows, long start, long end) {
        this.tables = tables;
        this.ledger = ledger;
        this.start = start;
        this.end = end;
        this.others =
                follows.stream().map(each -> each.over(tables, start, end)).toList();
    }

    /** Looks at its events, at their tiles, and at the rows that follow from them. */
    Looked look() throws SQLException {
        tables.connection().setAutoCommit(false);
        try {
            StoredEvent.each(tables, start, end, this::see);
            missing(start + leaves.size(), end);
            for (int first = 0; first + Tile.WIDTH <= leaves.size(); first += Tile.WIDTH) {
                tile((start + first) / Tile.WIDTH, leaves.subList(first, first + Tile.WIDTH));
            }
            long rows = 0;
            for (Follows.Comparison each : others) {
                each.differences().stream()
                        .filter(difference -> !untold.contains(difference.position()))
                        .forEach(difference -> found.add(Disagreement.of(difference)));
                rows += each.rows();
            }
            return new Looked(start, leaves, recordedFirst, recordedLast, rows, found);
        } finally {
            tables.connection().rollback();
            tables.connection().setAutoCommit(true);
        }
    }

    private void see(StoredEvent event) {
        missing(start + leaves.size(), event.position());
        Optional<KeptDocument> document = before.flatMap(like -> KeptDocument.like(like, event.document()));
        boolean isGenuine = EventCheck.isGenuine(event, document, digests);
        if (!isGenuine) {
            document = KeptDocument.of(event.document());
            isGenuine = EventCheck.isGenuine(event, document, digests);
        }
        if (!isGenuine || !document.get().says(ledger.uid(), event.columns())) {
            found.addAll(EventCheck.of(event, ledger.uid()));
        }
        if (isGenuine) {
            KeptDocument genuine = document.get();
            others.forEach(each -> each.see(event.position(), genuine));
            before = document;
        } else {
            untold.add(event.position());
        }
        long recordedAt = event.columns().recordedAtMicros();
        if (leaves.isEmpty()) {
            recordedFirst = recordedAt;
        } else if (recordedAt < recordedLast) {
            found.add(Disagreement.recordedTooEarly(event.position()));
        }
        recordedLast = Math.max(recordedLast, recordedAt);
        leaves.add(digests.leaf(event.digest()));
    }

    /** Positions without an event; a leaf that nothing hashes to takes the place of each. */
    private void missing(long from, long to) {
        for (long position = from; position < to; position++) {
            found.add(Disagreement.at(position, "event", "position", "There is no event at this position"));
            leaves.add(new byte[Rfc6962.HASH_BYTES]);
        }
    }

    private void tile(long index, List<byte[]> hashes) {
        byte[] kept = new StoredTiles(tables).read(new Tile(0, index, Tile.WIDTH));
        if (kept.length != Tile.WIDTH * Rfc6962.HASH_BYTES) {
            found.add(Disagreement.at(
                    index * Tile.WIDTH, "tile", "hashes", "The tile has %d bytes, not 8192".formatted(kept.length)));
            return;
        }
        for (int i = 0; i < Tile.WIDTH; i++) {
            if (!Arrays.equals(hashes.get(i), 0, 32, kept, i * Rfc6962.HASH_BYTES, (i + 1) * Rfc6962.HASH_BYTES)) {
                found.add(Disagreement.at(
                        index * Tile.WIDTH + i,
                        "tile",
                        "hashes",
                        "The hash in tile %d is not that of the event's digest".formatted(index)));
            }
        }
    }
}
