package io.trove.entities;

import io.trove.filter.Tables;
import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.query.Statistics;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * Builds a generation of states beside the one that counts, step by step: what each step needs is in its arguments, so that
 * any server takes the next. The one that counts serves meanwhile, until an event says that another does.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Rebuilding {

    /** What catches up goes on for so long at a time. */
    private static final long STRIDE_NANOS = 1_000_000_000L;

    private static final SecureRandom SALTS = new SecureRandom();

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Replays replays;

    @Inject
    private Sorting sorting;

    @Inject
    private Appender appender;

    /** Some of the entities that are built by themselves, and about how many events are folded for them. */
    public record Part(Portion portion, long events) {}

    /**
     * What a step built, and what is to be written together with that.
     *
     * @param next the pile that comes next
     * @param waits whether this server cannot go on for now, because it is at work on others
     */
    public record Built(int next, long events, boolean waits, Writes writes) {

        static Built nothing(Portion portion, boolean waits) {
            return new Built(portion.next(), 0, waits, connection -> {});
        }
    }

    /** The rows of a step. */
    public interface Writes {
        void on(Connection connection) throws SQLException;
    }

    /** How far a generation is, and where the ledger's end was. */
    public record Reached(long position, long size) {

        public boolean isThere() {
            return position >= size;
        }
    }

    /** What a step compared; {@code place} says where the next begins. */
    public record Compared(
            Map<String, String> place, long compared, List<Map<String, Object>> differences, boolean ended) {}

    /** The generation that counts. */
    public Generation live(Ledger ledger) {
        return store.with(ledger, tables -> replays.live(tables, ledger));
    }

    /** The one that counted before, if there was one. */
    public Optional<Generation> previous(Ledger ledger) {
        long size = ledgers.head(ledger).size();
        return store.with(ledger, tables -> Generations.previous(tables, size));
    }

    /** The entities below a position, in at most so many parts. */
    public List<Part> parts(Ledger ledger, long below, int most) {
        long bytes = store.with(ledger, tables -> Statistics.bytes(tables, below));
        Spread spread = Spread.over(below, bytes, SALTS.nextLong());
        int parts = Math.min(most, spread.piles());
        return IntStream.range(0, parts)
                .mapToObj(
                        part -> new Portion(spread, part * spread.piles() / parts, (part + 1) * spread.piles() / parts))
                .map(each -> new Part(each, below * (each.end() - each.next()) / spread.piles()))
                .toList();
    }

    /** Folds the next entities of a portion from what is below a position. For that the ledger is read once, here. */
    public Built build(Ledger ledger, Generation generation, Portion portion, long below) {
        return sorting.with(
                        ledger,
                        generation,
                        portion.spread(),
                        below,
                        laying -> store.with(ledger, tables -> built(tables, ledger, generation, laying, portion)))
                .orElseGet(() -> Built.nothing(portion, true));
    }

    private Built built(Tables tables, Ledger ledger, Generation generation, Laying laying, Portion portion)
            throws SQLException {
        try {
            if (!laying.furtherOn(tables, System.nanoTime() + STRIDE_NANOS)) {
                return Built.nothing(portion, false);
            }
            var building = new Building(tables, replays.ofAll(tables, ledger, generation), generation.number());
            Building.Built built = building.next(laying, portion);
            return new Built(built.next(), built.events(), false, building::write);
        } catch (IOException failure) {
            throw new NoRoomForPiles(failure);
        }
    }

    /** Says that what is below a position is built. */
    public void built(Ledger ledger, Generation generation, long below) {
        store.with(ledger, tables -> {
            var rows = new StateRows(tables, generation.number());
            rows.beginAt(below);
            return rows;
        });
        sorting.forget(ledger, generation);
    }

    /** Folds what came since, for a while. */
    public Reached catchUp(Ledger ledger, Generation generation) {
        long until = System.nanoTime() + STRIDE_NANOS;
        return store.with(ledger, tables -> {
            Replay replay = replays.ofAll(tables, ledger, generation);
            long size = ledgers.head(ledger).size();
            long at = new StateRows(tables, generation.number()).followed();
            while (at < size && System.nanoTime() < until) {
                OptionalLong next = new Stride(tables, replay, generation.number()).below(size, 0);
                at = next.isPresent() ? next.getAsLong() : new StateRows(tables, generation.number()).followed();
            }
            return new Reached(at, size);
        });
    }

    /** How many events are in a generation. */
    public long followed(Ledger ledger, Generation generation) {
        return store.with(ledger, tables -> new StateRows(tables, generation.number()).followed());
    }

    /** How many entities a generation has. */
    public long count(Ledger ledger, Generation generation) {
        return store.with(ledger, tables -> new Inventory(tables, generation.number()).count());
    }

    /** Holds the next entities of a generation against the one that counts, as of a position. */
    public Compared compare(Ledger ledger, Generation generation, Map<String, String> from, long compared, long below) {
        return store.with(ledger, tables -> {
            Generation live = replays.live(tables, ledger);
            var comparing = new Comparing(
                    tables,
                    live,
                    replays.ofAll(tables, ledger, live),
                    generation,
                    replays.ofAll(tables, ledger, generation),
                    below);
            Comparing.Compared next = comparing.next(new Comparing.Place(
                    from.getOrDefault("type", ""),
                    from.getOrDefault("id", ""),
                    from.getOrDefault("live", ""),
                    from.getOrDefault("built", ""),
                    compared));
            var place = new LinkedHashMap<String, String>();
            place.put("type", next.place().type());
            place.put("id", next.place().id());
            place.put("live", next.place().live());
            place.put("built", next.place().built());
            return new Compared(place, next.place().compared(), next.differences(), next.ended());
        });
    }

    /** From the commit of an event on, this generation counts; said again, it changes nothing. */
    public void switchTo(Ledger ledger, Caller by, Generation generation) {
        if (live(ledger).number() != generation.number()) {
            appender.append(ledger, Caller.trove(), Generations.switched(by, generation));
        }
    }

    /** Forgets some of a generation; whether that was all. The one that counts is never forgotten. */
    public boolean clear(Ledger ledger, long generation) {
        return live(ledger).number() == generation
                || store.with(ledger, tables -> new Clearing(tables, generation).next() == 0);
    }
}
