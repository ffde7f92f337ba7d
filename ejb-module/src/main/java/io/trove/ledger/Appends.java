package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Flakes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** All that an append needs, without a container: a sequencer a ledger, over one storage. */
final class Appends {

    private final Storage storage;
    private final Bounds bounds;
    private final Admission admission;
    private final Receipts receipts;
    private final Consumer<Appending> contributors;
    private final Consumer<Appended> followers;
    private final Semaphore places;
    private final Map<LedgerId, Lane> lanes = new ConcurrentHashMap<>();

    /** A ledger's committer and the queue before it. */
    private record Lane(Committer committer, Sequencer sequencer) {}

    Appends(
            Storage storage,
            Bounds bounds,
            Flakes flakes,
            Seeds seeds,
            Consumer<Appending> contributors,
            Consumer<Appended> followers) {
        this.storage = storage;
        this.bounds = bounds;
        this.admission = new Admission(storage, bounds, flakes, seeds);
        this.receipts = new Receipts(storage);
        this.contributors = contributors;
        this.followers = followers;
        this.places = new Semaphore(bounds.waitingInAllMax());
    }

    /** Whoever waits holds a thread, so that only so many are let in, to whatever ledger. */
    List<Receipt> append(Ledger ledger, Caller caller, Append append) {
        if (!places.tryAcquire()) {
            throw Overloaded.server(bounds.waitingInAllMax());
        }
        try {
            return appendNow(ledger, caller, append);
        } finally {
            places.release();
        }
    }

    private List<Receipt> appendNow(Ledger ledger, Caller caller, Append append) {
        Lane lane = lane(ledger);
        Outcome outcome = lane.sequencer().append(admission.admit(ledger, lane.committer(), caller, append));
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.refusal();
        }
        return receipts.of(ledger, (Outcome.Granted) outcome);
    }

    Bounds bounds() {
        return bounds;
    }

    /** The head that is published: what this server wrote last, or what the database says where others write too. */
    Head head(Ledger ledger) {
        return storage.database().shared()
                ? read(ledger)
                : lane(ledger).committer().head();
    }

    private Lane lane(Ledger ledger) {
        Lane lane = lanes.get(ledger.id());
        return lane != null ? lane : lanes.computeIfAbsent(ledger.id(), id -> open(ledger));
    }

    private Lane open(Ledger ledger) {
        var committer = new Committer(ledger, read(ledger), storage, bounds.recallMax(), contributors, followers);
        return new Lane(committer, new Sequencer(committer, bounds));
    }

    private Head read(Ledger ledger) {
        try (Connection connection = storage.source().getConnection()) {
            return storage.lookups().head(connection, ledger.id());
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
