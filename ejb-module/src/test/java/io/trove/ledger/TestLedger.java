package io.trove.ledger;

import io.trove.crypto.Seeds;
import io.trove.event.Actor;
import io.trove.event.Draft;
import io.trove.event.Flakes;
import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** A server's appends without the server, over a real database. */
public final class TestLedger {

    private static final Duration AWAY_MAX = Duration.ofMinutes(2);
    private static final AtomicLong WORKERS = new AtomicLong();
    private static final Caller JANE =
            new Caller("jane", new Actor("user", "jane", Optional.empty()), Optional.empty());

    private final Storage storage;
    private final Appends appends;
    private final Ledger ledger;
    private final Consumer<Appending> contributors;
    private final Mentions mentions;
    private final Parts ready;

    private TestLedger(
            Storage storage,
            Appends appends,
            Ledger ledger,
            Consumer<Appending> contributors,
            Mentions mentions,
            Parts ready) {
        this.storage = storage;
        this.appends = appends;
        this.ledger = ledger;
        this.contributors = contributors;
        this.mentions = mentions;
        this.ready = ready;
    }

    /** A new ledger with its first event. */
    public static TestLedger in(DataSource source) {
        return in(source, Clock.systemUTC());
    }

    /** The bounds of a server that remembers no more than this. */
    static Bounds remembering(int recallMax) {
        return remembering(recallMax, Bounds.defaults().recallInAllMax());
    }

    /** The same, and no more than that of all ledgers together. */
    static Bounds remembering(int recallMax, int recallInAllMax) {
        Bounds all = Bounds.defaults();
        return new Bounds(
                all.eventsMax(),
                all.rowsMax(),
                all.eventBytesMax(),
                all.requestBytesMax(),
                all.limits(),
                all.waitingMax(),
                all.waitingInAllMax(),
                all.batchRowsMax(),
                all.batchBytesMax(),
                recallMax,
                recallInAllMax);
    }

    static TestLedger in(DataSource source, Clock clock) {
        return open(source, Optional.empty(), clock, Bounds.defaults(), batch -> {}, draft -> List.of());
    }

    /** A new ledger with these bounds, whose appends these contribute to. */
    public static TestLedger in(DataSource source, Bounds bounds, Consumer<Appending> contributors) {
        return in(source, bounds, contributors, draft -> List.of());
    }

    /** The same, of events that mention others. */
    public static TestLedger in(DataSource source, Bounds bounds, Consumer<Appending> contributors, Mentions mentions) {
        return open(source, Optional.empty(), Clock.systemUTC(), bounds, contributors, mentions);
    }

    /** The same ledger as another server sees it. */
    public TestLedger onAnotherServer() {
        return onAnotherServer(storage.source(), Bounds.defaults());
    }

    /** The same ledger as a server sees it that has these bounds and reaches the database so. */
    TestLedger onAnotherServer(DataSource way, Bounds bounds) {
        return open(way, Optional.of(ledger), storage.clock(), bounds, contributors, mentions);
    }

    private static TestLedger open(
            DataSource source,
            Optional<Ledger> there,
            Clock clock,
            Bounds bounds,
            Consumer<Appending> contributors,
            Mentions mentions) {
        try {
            Storage storage = Storage.of(source, clock);
            var seeds = new Seeds();
            var flakes = new Flakes(clock, WORKERS.incrementAndGet());
            Ledger ledger = there.orElseGet(() -> new Genesis(storage, flakes, seeds, contributors)
                    .create(new LedgerName("demo", "test" + WORKERS.get()), "trove.test", "a public key")
                    .orElseThrow());
            return new TestLedger(
                    storage,
                    new Appends(storage, bounds, flakes, seeds, mentions, contributors, appended -> {}),
                    ledger,
                    contributors,
                    mentions,
                    Parts.of(storage, ledger, bounds, flakes, contributors, mentions));
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

    /** Where the ledger stands. */
    public Head head() {
        return appends.head(ledger);
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

    /** Appends as jane what conforms to the ledger's settings. */
    public List<Receipt> append(Append append, Conforms settings) {
        return new Conforming(appends, settings).append(ledger, JANE, append);
    }

    /** Appends as jane. */
    public List<Receipt> append(Append append) {
        return appends.append(ledger, JANE, append);
    }

    /** Appends as jane, again and again while the database is away. */
    List<Receipt> persistently(Append append) {
        Instant end = Instant.now().plus(AWAY_MAX);
        while (true) {
            try {
                return append(append);
            } catch (StoreUnavailable away) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError("the database is back and appending is not", away);
                }
                LockSupport.parkNanos(away.retryAfter().orElseThrow().toNanos() / 100);
            }
        }
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

    /** What becomes of requests that are drained together, in this order. */
    List<Outcome> together(Append... requests) {
        List<Ticket> batch = Arrays.stream(requests)
                .map(request -> ready.admission().admit(ledger, ready.committer(), JANE, request))
                .toList();
        ready.committer().commit(batch);
        return batch.stream().map(ticket -> ticket.outcome().orElseThrow()).toList();
    }

    /** The parts of an append, to be used one by one. */
    private record Parts(Admission admission, Committer committer, Sequencer sequencer) {

        static Parts of(
                Storage storage,
                Ledger ledger,
                Bounds bounds,
                Flakes flakes,
                Consumer<Appending> contributors,
                Mentions mentions)
                throws SQLException {
            try (var connection = storage.source().getConnection()) {
                Head head = storage.lookups().head(connection, ledger);
                Recall recall = new Recall(new Memories(bounds.recallInAllMax()), bounds.recallMax(), head.size());
                var committer = new Committer(ledger, head, storage, recall, contributors, appended -> {});
                var admission = new Admission(storage, bounds, flakes, new Seeds(), mentions);
                return new Parts(admission, committer, new Sequencer(committer, bounds));
            }
        }
    }
}
