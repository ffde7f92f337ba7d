package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Actor;
import io.trove.event.Draft;
import io.trove.event.Flakes;
import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A server's appends without the server, over a real database. */
public final class TestLedger {

    private static final AtomicLong WORKERS = new AtomicLong();
    private static final Caller JANE =
            new Caller("jane", new Actor("user", "jane", Optional.empty()), Optional.empty());

    private final Storage storage;
    private final Appends appends;
    private final Ledger ledger;
    private final Parts ready;

    private TestLedger(Storage storage, Appends appends, Ledger ledger, Parts ready) {
        this.storage = storage;
        this.appends = appends;
        this.ledger = ledger;
        this.ready = ready;
    }

    /** A new ledger with its first event. */
    public static TestLedger in(DataSource source) {
        return open(source, Optional.empty(), Clock.systemUTC(), Bounds.defaults(), batch -> {});
    }

    static TestLedger in(DataSource source, Clock clock) {
        return open(source, Optional.empty(), clock, Bounds.defaults(), batch -> {});
    }

    /** A new ledger with these bounds, whose appends these contribute to. */
    public static TestLedger in(DataSource source, Bounds bounds, Consumer<Appending> contributors) {
        return open(source, Optional.empty(), Clock.systemUTC(), bounds, contributors);
    }

    /** The same ledger as another server sees it. */
    TestLedger onAnotherServer() {
        return open(storage.source(), Optional.of(ledger), storage.clock(), Bounds.defaults(), batch -> {});
    }

    private static TestLedger open(
            DataSource source, Optional<Ledger> there, Clock clock, Bounds bounds, Consumer<Appending> contributors) {
        try {
            Storage storage = Storage.of(source, clock);
            var seeds = new Seeds();
            var flakes = new Flakes(clock, WORKERS.incrementAndGet());
            Ledger ledger = there.orElseGet(() -> new Genesis(storage, flakes, seeds, contributors)
                    .create(new LedgerName("demo", "test" + WORKERS.get()), "trove.test", "a public key")
                    .orElseThrow());
            return new TestLedger(
                    storage,
                    new Appends(storage, bounds, flakes, seeds, contributors, appended -> {}),
                    ledger,
                    Parts.of(storage, ledger, bounds, flakes, contributors));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public Ledger ledger() {
        return ledger;
    }

    /** How many events there are. */
    public long size() {
        return appends.head(ledger).size();
    }

    Appends appends() {
        return appends;
    }

    Storage storage() {
        return storage;
    }

    /** Appends one event as jane. */
    public Receipt append(String json) {
        return append(Append.of(draft(json))).get(0);
    }

    /** Appends as jane. */
    public List<Receipt> append(Append append) {
        return appends.append(ledger, JANE, append);
    }

    /** A request of these events under this key. */
    public static Append request(String key, String... events) {
        return Append.of(Arrays.stream(events).map(TestLedger::draft).toList()).withKey(Optional.ofNullable(key));
    }

    /** An event as sent. */
    public static Draft draft(String json) {
        return Draft.of(Json.parse(json.getBytes(StandardCharsets.UTF_8)));
    }

    /** Requests that are admitted and ready, by the thread that will run them: what is left is to decide and to write. */
    public List<Runnable> ready(List<Append> requests) {
        return requests.stream()
                .<Runnable>map(request -> {
                    Ticket ticket = ready.admission().admit(ledger, ready.committer(), JANE, request);
                    return () -> ready.sequencer().append(ticket);
                })
                .toList();
    }

    /** The parts of an append, to be used one by one. */
    private record Parts(Admission admission, Committer committer, Sequencer sequencer) {

        static Parts of(Storage storage, Ledger ledger, Bounds bounds, Flakes flakes, Consumer<Appending> contributors)
                throws SQLException {
            try (var connection = storage.source().getConnection()) {
                Head head = storage.lookups().head(connection, ledger.id());
                var committer = new Committer(ledger, head, storage, bounds.recallMax(), contributors, appended -> {});
                var admission = new Admission(storage, bounds, flakes, new Seeds());
                return new Parts(admission, committer, new Sequencer(committer, bounds));
            }
        }
    }
}
