package io.trove.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/** Makes a ledger's rounds and decides them, by what this server remembers and, where that is too little, by looking. */
final class Deciding {

    private final Ledger ledger;
    private final Storage storage;
    private final Recall recall;
    private final Consumer<Appending> contributors;

    Deciding(Ledger ledger, Storage storage, Recall recall, Consumer<Appending> contributors) {
        this.ledger = ledger;
        this.storage = storage;
        this.recall = recall;
        this.contributors = contributors;
    }

    /** A round that is decided from this head. */
    Round from(Head head) {
        return round(head, new View(recall));
    }

    /** A round that is decided as if the one before it, which is still on its way, had arrived. */
    Round after(Round underway) {
        return round(underway.to(), new View(recall, underway));
    }

    private Round round(Head from, View view) {
        return new Round(from, Math.max(storage.nowMicros(), from.recordedAtMicros()), view);
    }

    /**
     * Decides everyone on the round; what is looked up is committed below this position. Over this connection or, when it
     * is null, one of its own.
     */
    void decide(Connection connection, Round round, long below) throws SQLException {
        for (var ticket = round.undecided(); ticket.isPresent(); ticket = round.undecided()) {
            if (!recall.decides(ticket.get(), round::decide)) {
                learn(connection, ticket.get(), below);
                round.decide();
            }
        }
    }

    /** Decides who is left, and lets the components add their rows. */
    void close(Connection connection, Round round, long below) throws SQLException {
        decide(connection, round, below);
        round.close(ledger, past(connection), contributors);
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

    private void learn(Connection connection, Ticket ticket, long below) throws SQLException {
        if (connection != null) {
            storage.lookups().learn(connection, ledger.id(), ticket, below);
            return;
        }
        try (Connection own = storage.source().getConnection()) {
            storage.lookups().learn(own, ledger.id(), ticket, below);
        }
    }
}
