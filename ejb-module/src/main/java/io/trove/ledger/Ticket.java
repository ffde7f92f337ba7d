package io.trove.ledger;

import io.trove.event.Pending;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** An admitted request in a ledger's queue, and the thread that waits for its outcome. */
final class Ticket {

    /** The request's idempotency: the hash of its key, and the digest of what it asks for. */
    record Once(byte[] keyHash, Known.OfRequest key, byte[] requestDigest) {}

    private final Thread waiting = Thread.currentThread();
    private final List<Pending> events;
    private final List<List<Mention>> mentions;
    private final Optional<Once> once;
    private final Append append;
    private final Optional<Boundary> boundary;
    private final long bytes;
    private final int rows;
    private final Set<Known.Key> asks;
    private Facts facts;
    private Optional<Conformed> conformed = Optional.empty();
    private volatile Outcome outcome;

    Ticket(
            Append append,
            List<Pending> events,
            List<List<Mention>> mentions,
            Optional<Once> once,
            Optional<Boundary> boundary,
            Set<Known.Key> asks,
            Facts facts) {
        this.events = events;
        this.mentions = mentions;
        this.once = once;
        this.append = append;
        this.boundary = boundary;
        this.asks = asks;
        this.facts = facts;
        long total = 0;
        int count = append.companions().size() + (once.isPresent() ? 1 : 0);
        for (Pending event : events) {
            total += event.documentLength();
            count += 1 + event.indexKeys().size() + event.attached().size();
        }
        for (List<Mention> each : mentions) {
            count += each.size();
        }
        this.bytes = total;
        this.rows = count;
    }

    /** What its drafts were judged by. */
    void judge(Conformed judged) {
        conformed = Optional.of(judged);
    }

    /** Whether it was judged by other settings than these. */
    boolean isStale(long settingsVersion) {
        return conformed
                .filter(judged -> judged.settingsVersion() != settingsVersion)
                .isPresent();
    }

    /** Whether it was judged by settings that come after these. */
    boolean isAheadOf(long settingsVersion) {
        return conformed
                .filter(judged -> judged.settingsVersion() > settingsVersion)
                .isPresent();
    }

    boolean movesSettings() {
        return conformed.filter(Conformed::movesSettings).isPresent();
    }

    List<Pending> events() {
        return events;
    }

    /** What each of its events mentions; nothing at all when none mentions any. */
    List<List<Mention>> mentions() {
        return mentions;
    }

    Optional<Once> once() {
        return once;
    }

    List<Row> companions() {
        return append.companions();
    }

    List<Expected> expected() {
        return append.expected();
    }

    /** The condition that it is refused by. */
    Optional<Boundary> boundary() {
        return boundary;
    }

    /** What its decision needs to know. */
    Set<Known.Key> asks() {
        return asks;
    }

    Facts facts() {
        return facts;
    }

    /** Replaces facts that no longer reach to what the server remembers. */
    void learn(Facts newer) {
        facts = newer;
    }

    /** What was found out may be outdated: all of it is looked up again. */
    void forget() {
        facts = new Facts(-1, Map.of());
    }

    long bytes() {
        return bytes;
    }

    int rows() {
        return rows;
    }

    Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    void settle(Outcome settled) {
        outcome = settled;
        wake();
    }

    void wake() {
        LockSupport.unpark(waiting);
    }
}
