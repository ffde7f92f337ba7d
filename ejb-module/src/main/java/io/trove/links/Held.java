package io.trove.links;

import io.trove.ledger.Ledger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sql.DataSource;

/** A graph in memory, and how far it has seen; it is asked by many and grown by one at a time. */
final class Held {

    /** So many positions are read at once. */
    private static final long STRETCH = 2_000;

    private final long epoch;
    private final Lock reading = new ReentrantLock();
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private Adjacency graph = new Adjacency();
    private volatile long seen = -1;
    private volatile long bytes;
    private volatile boolean fits = true;

    Held(long epoch) {
        this.epoch = epoch;
    }

    long epoch() {
        return epoch;
    }

    /** Everything below is known; -1 before anything was read, and when it does not fit. */
    long seen() {
        return seen;
    }

    long bytes() {
        return bytes;
    }

    boolean fits() {
        return fits;
    }

    <T> Optional<T> ask(long before, Memory.Ask<T> question) throws SQLException {
        if (seen < before) {
            return Optional.empty();
        }
        access.readLock().lock();
        try {
            return seen < before ? Optional.empty() : Optional.of(question.of(graph));
        } finally {
            access.readLock().unlock();
        }
    }

    /** Reads on up to a position; whoever finds somebody reading leaves it to them. */
    void reach(long to, Ledger ledger, DataSource source, long bytesMax) {
        if (!fits || seen >= to || !reading.tryLock()) {
            return;
        }
        try {
            long from = Math.max(0, seen);
            while (fits && from < to) {
                long end = Math.min(to, from + STRETCH);
                read(from, end, ledger, source);
                fits = bytes <= bytesMax && end <= Integer.MAX_VALUE;
                seen = end;
                from = end;
            }
            if (!fits) {
                forget();
            }
        } finally {
            reading.unlock();
        }
    }

    private void read(long from, long to, Ledger ledger, DataSource source) {
        List<Edge> removed = new ArrayList<>();
        List<Edge> added = new ArrayList<>();
        LinkStore.reading(source, ledger, tables -> {
            new StoredEdges(tables).read(from, to, removed::add, added::add);
            return to;
        });
        access.writeLock().lock();
        try {
            removed.forEach(graph::remove);
            added.forEach(graph::add);
            bytes = graph.bytes();
        } finally {
            access.writeLock().unlock();
        }
    }

    private void forget() {
        access.writeLock().lock();
        try {
            seen = -1;
            graph = new Adjacency();
            bytes = 0;
        } finally {
            access.writeLock().unlock();
        }
    }
}
