package io.trove.ledger;

import io.trove.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Commits a ledger's batches, one at a time. The fast path decides against what this server remembers and fences the
 * write with it. Where that fails (another server wrote, a row was there, the connection broke), the sure path takes the
 * head row, learns what changed and decides again. A server that keeps finding the head moved stays on the sure path.
 * While a round of the fast path is being written, the next one boards.
 */
final class Committer {

    private final Ledger ledger;
    private final Storage storage;
    private final Recall recall;
    private final Deciding deciding;
    private final Boarding boarding;
    private final Consumer<Appended> followers;
    private volatile Head head;
    private boolean trusted = true;
    private Optional<Refusal> held = Optional.empty();

    Committer(
            Ledger ledger,
            Head head,
            Storage storage,
            Recall recall,
            Consumer<Appending> contributors,
            Consumer<Appended> followers) {
        this.ledger = ledger;
        this.head = head;
        this.storage = storage;
        this.recall = recall;
        this.deciding = new Deciding(ledger, storage, recall, contributors);
        this.boarding = new Boarding(deciding);
        this.followers = followers;
    }

    /** The head as this server last committed or read it. */
    Head head() {
        return head;
    }

    Recall recall() {
        return recall;
    }

    /**
     * Commits everyone who waits. What is left is to tell those whose round was written, which is returned; all others are
     * settled, whatever happens.
     */
    Runnable commit(Line line) {
        Round round = boarding.depart(line, head);
        Runnable telling = round.batch().isEmpty() ? () -> {} : commit(round);
        held.ifPresent(refusal -> turnAway(line, refusal));
        held = Optional.empty();
        return telling;
    }

    /** Who waited meanwhile would wait for the same. */
    private void turnAway(Line line, Refusal refusal) {
        for (Round next = boarding.depart(line, head); !next.batch().isEmpty(); next = boarding.depart(line, head)) {
            refuse(next.batch(), refusal);
        }
    }

    /** The head is held by somebody who does not let it go. */
    void isHeld(Refusal refusal) {
        held = Optional.of(refusal);
    }

    /** Settles every ticket of the batch, whatever happens. */
    void commit(List<Ticket> batch) {
        Round round = deciding.from(head);
        batch.forEach(round::board);
        commit(round).run();
    }

    private Runnable commit(Round round) {
        try {
            return new Tries(this, round).untilSettled() ? () -> tell(round) : () -> {};
        } catch (RuntimeException failure) {
            trusted = false;
            refuse(round.batch(), failure);
            return () -> {};
        } catch (Error failure) {
            trusted = false;
            refuse(round.batch(), new IllegalStateException("An append broke off", failure));
            throw failure;
        }
    }

    private static void refuse(List<Ticket> batch, RuntimeException reason) {
        batch.stream()
                .filter(ticket -> ticket.outcome().isEmpty())
                .forEach(ticket -> ticket.settle(new Outcome.Refused(reason)));
    }

    /** Lets those who wait board the next round, while another is on its way. */
    void board(Line line) {
        boarding.board(line);
    }

    /** Wakes one who waits, to commit. */
    void callNext(Line line) {
        boarding.callNext(line);
    }

    /** Whether the remembered head was found in its place by the last try. */
    boolean isTrusted() {
        return trusted;
    }

    void distrust() {
        trusted = false;
    }

    /**
     * Decides against what is remembered and writes behind the fence; empty-handed when the head had moved, and with nothing but
     * keys to write, which would not move it, so that a fence would tell nobody.
     */
    boolean fast(Round[] written, Round round) throws SQLException {
        if (round.batch().stream()
                .anyMatch(ticket -> ticket.isAheadOf(round.from().settingsVersion()))) {
            return false;
        }
        deciding.close(null, round, head.size());
        if (!round.isEmpty() && !round.hasEvents()) {
            return false;
        }
        if (round.isEmpty() && !(storage.database().shared() && round.refuses())) {
            succeed(round, true);
            return true;
        }
        try (Connection connection = storage.source().getConnection()) {
            if (round.isEmpty()) {
                return stands(connection, round);
            }
            written[0] = round;
            return arrives(connection, round);
        }
    }

    private boolean arrives(Connection connection, Round round) throws SQLException {
        boarding.underway(round);
        try {
            boolean moved = storage.writer().isOneStatement()
                    ? writeAlone(connection, round)
                    : Transaction.run(connection, () -> write(connection, round));
            if (moved) {
                succeed(round, true);
            }
            return moved;
        } finally {
            boarding.fell();
        }
    }

    /** Nobody is refused for what another server has changed: without a write there is no fence, so the head is read. */
    private boolean stands(Connection connection, Round round) throws SQLException {
        boolean unmoved = storage.lookups().head(connection, ledger).equals(head);
        if (unmoved) {
            succeed(round, true);
        }
        return unmoved;
    }

    /** Takes the head row, and then decides and writes; or finds that an earlier round, whose end is unclear, is there. */
    void sure(Round[] written, List<Ticket> batch, boolean doubtful) throws SQLException {
        Round earlier = written[0];
        try (Connection connection = storage.source().getConnection()) {
            boolean[] unmoved = new boolean[1];
            Round round = Transaction.run(connection, () -> {
                Head locked = storage.lookups().lockHead(connection, ledger);
                unmoved[0] = locked.equals(head);
                if (!unmoved[0] || doubtful) {
                    head = locked;
                    recall.restart(locked.size());
                    batch.forEach(Ticket::forget);
                }
                if (earlier != null && earlier.hasEvents() && isThere(connection, earlier)) {
                    return earlier;
                }
                Round again = deciding.from(head);
                batch.forEach(again::board);
                deciding.close(connection, again, head.size());
                written[0] = again;
                if (!again.isEmpty() && !write(connection, again)) {
                    throw new SQLException("The head of the ledger moved while its row was held");
                }
                return again;
            });
            succeed(round, unmoved[0]);
            tell(round);
        }
    }

    private boolean isThere(Connection connection, Round round) throws SQLException {
        return storage.lookups()
                .digestAt(connection, ledger.id(), round.from().size())
                .filter(digest -> java.util.Arrays.equals(digest, round.firstDigest()))
                .isPresent();
    }

    private boolean write(Connection connection, Round round) throws SQLException {
        return storage.writer().write(connection, ledger.id(), round.from(), round.to(), round.writes());
    }

    private boolean writeAlone(Connection connection, Round round) throws SQLException {
        try {
            return write(connection, round);
        } catch (SQLException failure) {
            Database.dropReadOnly(connection, failure);
            throw failure;
        }
    }

    /** What was written is published before anyone is told. */
    private void succeed(Round round, boolean unmoved) {
        trusted = unmoved;
        if (head.size() <= round.to().size()) {
            recall.learn(round);
            head = round.to();
        }
        boarding.arrived();
    }

    private void tell(Round round) {
        round.settle();
        if (round.hasEvents()) {
            followers.accept(
                    new Appended(ledger, round.from().size(), round.to().size()));
        }
    }
}
