package io.trove.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * The next round of a ledger: while one is on its way to the disk, those who wait board the next and are decided as if it
 * had arrived. When it does not, they are decided anew.
 */
final class Boarding {

    private final Deciding deciding;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Round underway;
    private Round next;
    private List<Ticket> returned = List.of();

    Boarding(Deciding deciding) {
        this.deciding = deciding;
    }

    /**
     * Lets those who wait board, unless somebody is at it already. What is looked up for them is looked up below the round
     * that is on its way: all that comes after, that round knows.
     */
    void board(Line line) {
        if (underway == null || !lock.tryLock()) {
            return;
        }
        try {
            Round before = underway;
            if (before != null) {
                next = next == null ? deciding.after(before) : next;
                line.board(next);
                deciding.decide(null, next, before.from().size());
            }
        } catch (SQLException | RuntimeException undecided) {
            // Who is left undecided is decided when the round departs, by whoever commits it and answers for what
            // fails.
        } finally {
            lock.unlock();
        }
    }

    /** The next round, with everyone on it who waits and fits in; the ledger is here. */
    Round depart(Line line, Head head) {
        lock.lock();
        try {
            Round round = next == null ? deciding.from(head) : next;
            next = null;
            returned.forEach(round::board);
            returned = List.of();
            line.board(round);
            line.departed(round.batch().size());
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** A round is on its way, and the next may board. */
    void underway(Round round) {
        underway = round;
    }

    /** It arrived: what the next was decided from is so. */
    void arrived() {
        underway = null;
    }

    /** It did not arrive, if it is still on its way. */
    void fell() {
        if (underway == null) {
            return;
        }
        lock.lock();
        try {
            underway = null;
            if (next != null) {
                returned = next.batch();
                next = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Wakes one who waits, to commit; needless while somebody boards, who does it afterwards. */
    void callNext(Line line) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            Stream.of(next == null ? List.<Ticket>of() : next.batch(), returned)
                    .flatMap(List::stream)
                    .findFirst()
                    .or(line::first)
                    .ifPresent(Ticket::wake);
        } finally {
            lock.unlock();
        }
    }
}
