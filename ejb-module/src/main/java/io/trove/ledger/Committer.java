package io.trove.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

/**
 * Commits a ledger's batches, one at a time. The fast path decides against what this server remembers and fences the
 * write with it. Where that fails (another server wrote, a row was there, the connection broke), the sure path takes the
 * head row, learns what changed and decides again. A server that keeps finding the head moved stays on the sure path.
 */
final class Committer {

    private final Ledger ledger;
    private final Storage storage;
    private final Recall recall;
    private final Consumer<Appending> contributors;
    private final Consumer<Appended> followers;
    private volatile Head head;
    private boolean trusted = true;

    Committer(
            Ledger ledger,
            Head head,
            Storage storage,
            int recallMax,
            Consumer<Appending> contributors,
            Consumer<Appended> followers) {
        this.ledger = ledger;
        this.head = head;
        this.storage = storage;
        this.recall = new Recall(recallMax, head.size());
        this.contributors = contributors;
        this.followers = followers;
    }

    /** The head as this server last committed or read it. */
    Head head() {
        return head;
    }

    Recall recall() {
        return recall;
    }

    /** Settles every ticket of the batch, whatever happens. */
    void commit(List<Ticket> batch) {
        try {
            new Tries(this, batch).untilSettled();
        } catch (RuntimeException failure) {
            trusted = false;
            refuse(batch, failure);
        } catch (Error failure) {
            trusted = false;
            refuse(batch, new IllegalStateException("An append broke off", failure));
            throw failure;
        }
    }

    private static void refuse(List<Ticket> batch, RuntimeException reason) {
        batch.stream()
                .filter(ticket -> ticket.outcome().isEmpty())
                .forEach(ticket -> ticket.settle(new Outcome.Refused(reason)));
    }

    /** Whether the remembered head was found in its place by the last try. */
    boolean isTrusted() {
        return trusted;
    }

    void distrust() {
        trusted = false;
    }

    /** Decides against what is remembered and writes behind the fence; empty-handed when the head had moved. */
    boolean fast(Round[] written, List<Ticket> batch) throws SQLException {
        if (batch.stream().anyMatch(ticket -> ticket.isAheadOf(head.settingsVersion()))) {
            return false;
        }
        Round round = decide(null, batch);
        if (round.isEmpty() && !(storage.database().shared() && round.refuses())) {
            succeed(round, true);
            return true;
        }
        try (Connection connection = storage.source().getConnection()) {
            if (round.isEmpty()) {
                return stands(connection, round);
            }
            written[0] = round;
            boolean moved = storage.writer().isOneStatement()
                    ? write(connection, round)
                    : Transaction.run(connection, () -> write(connection, round));
            if (moved) {
                succeed(round, true);
            }
            return moved;
        }
    }

    /** Nobody is refused for what another server has changed: without a write there is no fence, so the head is read. */
    private boolean stands(Connection connection, Round round) throws SQLException {
        boolean unmoved = storage.lookups().head(connection, ledger.id()).equals(head);
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
                Head locked = storage.lookups().lockHead(connection, ledger.id());
                unmoved[0] = locked.equals(head);
                if (!unmoved[0] || doubtful) {
                    head = locked;
                    recall.restart(locked.size());
                }
                if (earlier != null && !earlier.isEmpty() && isThere(connection, earlier)) {
                    return earlier;
                }
                Round next = decide(connection, batch);
                written[0] = next;
                if (!next.isEmpty() && !write(connection, next)) {
                    throw new SQLException("The head of the ledger moved while its row was held");
                }
                return next;
            });
            succeed(round, unmoved[0]);
        }
    }

    private boolean isThere(Connection connection, Round round) throws SQLException {
        return storage.lookups()
                .digestAt(connection, ledger.id(), round.from().size())
                .filter(digest -> java.util.Arrays.equals(digest, round.firstDigest()))
                .isPresent();
    }

    private Round decide(Connection connection, List<Ticket> batch) throws SQLException {
        for (Ticket ticket : batch) {
            if (!recall.completes(ticket)) {
                learn(connection, ticket);
            }
        }
        long now = Math.max(storage.nowMicros(), head.recordedAtMicros());
        return Round.decide(batch, head, now, recall, ledger, past(connection), contributors);
    }

    private Appending.Past past(Connection connection) {
        return (from, to) -> {
            try {
                return storage.digests(connection, ledger.id(), from, to);
            } catch (SQLException failure) {
                throw StoreUnavailable.nothingWritten(failure);
            }
        };
    }

    private void learn(Connection connection, Ticket ticket) throws SQLException {
        if (connection != null) {
            storage.lookups().learn(connection, ledger.id(), ticket, head.size());
            return;
        }
        try (Connection own = storage.source().getConnection()) {
            storage.lookups().learn(own, ledger.id(), ticket, head.size());
        }
    }

    private boolean write(Connection connection, Round round) throws SQLException {
        return storage.writer().write(connection, ledger.id(), round.from(), round.to(), round.writes());
    }

    private void succeed(Round round, boolean unmoved) {
        trusted = unmoved;
        if (head.size() <= round.to().size()) {
            recall.learn(round);
            head = round.to();
        }
        round.settle();
        if (!round.isEmpty()) {
            followers.accept(
                    new Appended(ledger, round.from().size(), round.to().size()));
        }
    }
}
