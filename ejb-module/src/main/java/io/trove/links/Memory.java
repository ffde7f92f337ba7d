package io.trove.links;

import io.trove.ledger.Appended;
import io.trove.ledger.Head;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The graphs that this server holds in memory, within a bound of bytes for all of them: the one that was asked longest ago
 * goes first. One that alone is larger is never held, and the database answers for it.
 */
final class Memory {

    private final long bytesMax;
    private final Map<LedgerId, Held> held = new LinkedHashMap<>(16, 0.75f, true);

    Memory(long bytesMax) {
        this.bytesMax = bytesMax;
    }

    /** A question to a graph. */
    interface Ask<T> {
        T of(Neighbours neighbours, Optional<Names> names) throws SQLException;
    }

    /** The answer from memory, when it has seen everything before a position of this epoch; nothing when not. */
    <T> Optional<T> ask(Ledger ledger, Head head, long before, Ask<T> question) throws SQLException {
        Optional<Held> there = find(ledger.id()).filter(each -> each.epoch() == head.epoch());
        return there.isPresent() ? there.get().ask(before, question) : Optional.empty();
    }

    /** Whether it is held, or may come to be. */
    boolean mayHold(LedgerId ledger) {
        return bytesMax > 0 && find(ledger).map(Held::fits).orElse(true);
    }

    /** How far it has seen of a graph that it holds. */
    long seen(LedgerId ledger) {
        return find(ledger).map(Held::seen).orElse(-1L);
    }

    /** Reads on up to the head, from the beginning when nothing is held yet. */
    void reach(Ledger ledger, Head head, DataSource source) {
        Held graph = open(ledger.id(), head.epoch());
        graph.reach(head.size(), ledger, source, bytesMax);
        bound(ledger.id());
    }

    /** Reads on after a commit, when the graph is held. */
    void follow(Appended appended, DataSource source) {
        find(appended.ledger().id())
                .filter(graph -> graph.seen() >= 0)
                .ifPresent(graph -> graph.reach(appended.to(), appended.ledger(), source, bytesMax));
    }

    /** The memory that they take, in bytes. */
    synchronized long bytes() {
        return held.values().stream().mapToLong(Held::bytes).sum();
    }

    private synchronized Optional<Held> find(LedgerId ledger) {
        return Optional.ofNullable(held.get(ledger));
    }

    private synchronized Held open(LedgerId ledger, long epoch) {
        Held there = held.get(ledger);
        if (there == null || there.epoch() != epoch) {
            there = new Held(epoch);
            held.put(ledger, there);
        }
        return there;
    }

    /** Lets go of the others, longest unasked first, until there is room. */
    private synchronized void bound(LedgerId newest) {
        long bytes = bytes();
        var eldest = held.entrySet().iterator();
        while (bytes > bytesMax && eldest.hasNext()) {
            var each = eldest.next();
            if (!each.getKey().equals(newest)) {
                bytes -= each.getValue().bytes();
                eldest.remove();
            }
        }
    }
}
