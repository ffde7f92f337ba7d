package io.trove.files;

import io.trove.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Keeps blobs: the bytes in a store, and their rows in the database, in an order that a crash cannot harm. */
final class Shelf {

    private static final int TRIES_MAX = 3;

    private final BlobStore store;
    private final BlobRows rows;
    private final long bytesMax;
    private final Clock clock;

    Shelf(BlobStore store, BlobRows rows, long bytesMax, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.bytesMax = bytesMax;
        this.clock = clock;
    }

    /** Refuses bytes of which it is known beforehand that they are too many. */
    void requireRoom(long announced) {
        if (announced > bytesMax) {
            throw new FileTooLarge(bytesMax);
        }
    }

    /** Writes bytes down that come in, with these digests of them beside SHA-256. They are to be kept or closed. */
    Arrival receive(InputStream in, Set<String> algorithms) throws IOException {
        return Arrival.of(in, store.arriving(), bytesMax, algorithms);
    }

    /** Keeps what has arrived, for this principal; they are there when this returns. */
    Blob keep(Ledger ledger, String principal, Arrival arrival) {
        var blob = new Blob(ledger.uid(), arrival.hash(), arrival.size());
        for (int tries = 0; tries < TRIES_MAX; tries++) {
            rows.announce(ledger, blob, nowMicros());
            try {
                store.keep(blob, arrival.file());
            } catch (IOException failure) {
                throw new BlobStoreUnavailable(failure);
            }
            if (rows.keep(ledger, blob, principal, nowMicros())) {
                return blob;
            }
        }
        throw new BlobStoreUnavailable(new IOException("Bytes were swept while they were kept"));
    }

    /** Forgets what arrived by half, or was not kept, before this server started. */
    void clear() throws IOException {
        if (Files.isDirectory(store.arriving())) {
            try (DirectoryStream<Path> left = Files.newDirectoryStream(store.arriving())) {
                for (Path each : left) {
                    Files.delete(each);
                }
            }
        }
    }

    BlobRows rows() {
        return rows;
    }

    BlobStore store() {
        return store;
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }
}
