package io.trove.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How much may be carried at once. Who finds no room waits, in the order of coming, for so long and among so many; what is more
 * than all the room is carried alone.
 */
final class Scale {

    private final long max;
    private final int waitingMax;
    private final long waitNanosMax;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition lighter = lock.newCondition();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private long carried;

    Scale(long max, int waitingMax, long waitNanosMax) {
        this.max = max;
        this.waitingMax = waitingMax;
        this.waitNanosMax = waitNanosMax;
    }

    /** Waits for room; {@link Overloaded} when there is none for too long, or too many wait. */
    void take(long bytes) {
        lock.lock();
        try {
            if (!waiting.isEmpty() || !hasRoomFor(bytes)) {
                await(bytes);
            }
            carried += bytes;
        } finally {
            lock.unlock();
        }
    }

    private void await(long bytes) {
        if (waiting.size() == waitingMax) {
            throw Overloaded.large(max);
        }
        Object place = new Object();
        waiting.addLast(place);
        try {
            long left = waitNanosMax;
            while (waiting.peekFirst() != place || !hasRoomFor(bytes)) {
                if (left <= 0) {
                    throw Overloaded.large(max);
                }
                left = lighter.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Overloaded.large(max);
        } finally {
            waiting.remove(place);
            lighter.signalAll();
        }
    }

    private boolean hasRoomFor(long bytes) {
        return carried == 0 || carried + bytes <= max;
    }

    /** What somebody who carries something carries more: he is not held up, so that nobody waits for one who waits. */
    void add(long bytes) {
        lock.lock();
        try {
            carried += bytes;
        } finally {
            lock.unlock();
        }
    }

    void layDown(long bytes) {
        lock.lock();
        try {
            carried -= bytes;
            lighter.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
