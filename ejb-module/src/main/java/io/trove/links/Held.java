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

/**
 * A graph in memory, and how far it has seen; it is asked by many and grown by one at a time. The names of its events are kept
 * beside it while both fit; when they no longer do, the names go first.
 */
final class Held {

    /** So many positions are read at once. */
    private static final long STRETCH = 2_000;

    private final long epoch;
    private final Lock reading = new ReentrantLock();
    private final ReadWriteLock access = new ReentrantReadWriteLock();
    private Adjacency graph = new Adjacency();
    private Optional<Names> names = Optional.of(new Names());
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
            return seen < before ? Optional.empty() : Optional.of(question.of(graph, names));
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
                fits = makesDo(bytesMax) && end <= Integer.MAX_VALUE;
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
        List<Node> named = new ArrayList<>();
        LinkStore.reading(source, ledger, tables -> {
            new StoredEdges(tables).read(from, to, removed::add, added::add);
            if (names.isPresent()) {
                named.addAll(new Nodes(tables).from(from, to));
            }
            return to;
        });
        access.writeLock().lock();
        try {
            removed.forEach(graph::remove);
            added.forEach(graph::add);
            names.ifPresent(each -> named.forEach(each::add));
            bytes = graph.bytes() + names.map(Names::bytes).orElse(0L);
        } finally {
            access.writeLock().unlock();
        }
    }

    /** Whether it stays within a bound, if need be without the names. */
    private boolean makesDo(long bytesMax) {
        if (names.isPresent() && (bytes > bytesMax || names.get().isFull())) {
            access.writeLock().lock();
            try {
                names = Optional.empty();
                bytes = graph.bytes();
            } finally {
                access.writeLock().unlock();
            }
        }
        return bytes <= bytesMax;
    }

    private void forget() {
        access.writeLock().lock();
        try {
            seen = -1;
            graph = new Adjacency();
            names = Optional.empty();
            bytes = 0;
        } finally {
            access.writeLock().unlock();
        }
    }
}
