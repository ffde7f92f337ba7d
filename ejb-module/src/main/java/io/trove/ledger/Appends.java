package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Flakes;
import io.trove.filter.Extent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All that an append needs, without a container: a sequencer a ledger, over one storage. */
final class Appends {

    private final Storage storage;
    private final Bounds bounds;
    private final Admission admission;
    private final Receipts receipts;
    private final Disclosure disclosure;
    private final Consumer<Appending> contributors;
    private final Consumer<Appended> followers;
    private final Semaphore places;
    private final Memories recalls;
    private final Map<LedgerId, Lane> lanes = new ConcurrentHashMap<>();

    /** A ledger's committer and the queue before it. */
    private record Lane(Committer committer, Sequencer sequencer) {}

    Appends(
            Storage storage,
            Bounds bounds,
            Flakes flakes,
            Seeds seeds,
            Mentions mentions,
            Consumer<Appending> contributors,
            Consumer<Appended> followers) {
        this.storage = storage;
        this.bounds = bounds;
        this.admission = new Admission(storage, bounds, flakes, seeds, mentions);
        this.receipts = new Receipts(storage);
        this.disclosure = new Disclosure(storage);
        this.contributors = contributors;
        this.followers = followers;
        this.recalls = new Memories(bounds.recallInAllMax());
        this.places = new Semaphore(bounds.waitingInAllMax());
    }

    List<Receipt> append(Ledger ledger, Caller caller, Append append) {
        Lane lane = lane(ledger);
        return entered(() ->
                        settled(ledger, lane, append.seen(), admission.admit(ledger, lane.committer(), caller, append)))
                .orElseThrow();
    }

    /** The same of what was judged; nothing when the settings that it was judged by have moved. */
    Optional<List<Receipt>> append(Ledger ledger, Caller caller, Append append, Conformed conformed) {
        Lane lane = lane(ledger);
        return entered(() -> {
            Ticket ticket = admission.admit(ledger, lane.committer(), caller, append.of(conformed));
            ticket.judge(conformed);
            return settled(ledger, lane, append.seen(), ticket);
        });
    }

    private Optional<List<Receipt>> settled(Ledger ledger, Lane lane, Extent seen, Ticket ticket) {
        Outcome outcome = lane.sequencer().append(ticket);
        if (outcome instanceof Outcome.Refused refused) {
            throw disclosure.of(refused.refusal(), ledger, seen);
        }
        return outcome instanceof Outcome.Granted granted
                ? Optional.of(receipts.of(ledger, granted))
                : Optional.empty();
    }

    /** Whoever waits holds a thread, so that only so many are let in, to whatever ledger. */
    private <T> T entered(Supplier<T> work) {
        if (!places.tryAcquire()) {
            throw Overloaded.server(bounds.waitingInAllMax());
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    /** The answer to a request that had its effect before; nothing when it had none, and then it has none now. */
    Optional<List<Receipt>> again(Ledger ledger, Caller caller, Append append) {
        Committer committer = lane(ledger).committer();
        Ticket ticket = admission.admit(ledger, committer, caller, append);
        var decision =
                new Decision(new View(committer.recall()), committer.head().size(), storage.nowMicros());
        return decision.decide(ticket) instanceof Outcome.Granted granted
                        && granted.placed().isEmpty()
                ? Optional.of(receipts.of(ledger, granted))
                : Optional.empty();
    }

    /** The head as this server remembers it: what others wrote since is found out at the commit. */
    Head remembered(Ledger ledger) {
        return lane(ledger).committer().head();
    }

    /** Whether other servers may write to the same ledgers. */
    boolean isShared() {
        return storage.database().shared();
    }

    /** How many requests wait for their commit, in all ledgers. */
    int waiting() {
        return bounds.waitingInAllMax() - places.availablePermits();
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

    /** The ledger is no more. */
    void forget(Ledger ledger) {
        Optional.ofNullable(lanes.remove(ledger.id()))
                .ifPresent(lane -> recalls.close(lane.committer().recall()));
    }

    private Lane lane(Ledger ledger) {
        Lane lane = lanes.get(ledger.id());
        return lane != null ? lane : lanes.computeIfAbsent(ledger.id(), id -> open(ledger));
    }

    private Lane open(Ledger ledger) {
        Head head = read(ledger);
        var recall = new Recall(recalls, bounds.recallMax(), head.size());
        var committer = new Committer(ledger, head, storage, recall, contributors, followers);
        return new Lane(committer, new Sequencer(committer, bounds));
    }

    /** The head as the database has it now. */
    Head read(Ledger ledger) {
        try (Connection connection = storage.source().getConnection()) {
            return storage.lookups().head(connection, ledger);
        } catch (SQLException failure) {
            throw StoreUnavailable.nothingWritten(failure);
        }
    }
}
