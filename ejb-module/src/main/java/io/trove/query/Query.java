package io.trove.query;

import io.trove.access.Sight;
import io.trove.crypto.MacKey;
import io.trove.crypto.Secrets;
import io.trove.event.Identifier;
import io.trove.event.Times;
import io.trove.filter.Filter;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads events, as far as a sight goes. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Query {

    private static final int STREAMED_AT_ONCE = 512;

    @Inject
    private Store store;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Secrets secrets;

    /** The event of this id, in this version or the newest; {@link EventUnknown} when there is none to be seen. */
    public Found find(Sight sight, String id, OptionalInt version) {
        requireName(id);
        long below = ledgers.head(sight.ledger()).size();
        return store.with(sight.ledger(), tables -> new Named(tables, sight, below).find(id, version))
                .orElseThrow(() -> EventUnknown.named(id));
    }

    /** Which version of the event of this id has this digest, if one does that can be seen. */
    public OptionalInt version(Sight sight, String id, byte[] digest) {
        long below = ledgers.head(sight.ledger()).size();
        return store.with(sight.ledger(), tables -> new Named(tables, sight, below).version(id, digest));
    }

    /** The event at this position; {@link EventUnknown} when there is none to be seen. */
    public Found at(Sight sight, long position) {
        Head head = ledgers.head(sight.ledger());
        if (position < 0 || position >= head.size()) {
            throw EventUnknown.at(position);
        }
        return store
                .with(
                        sight.ledger(),
                        tables -> Reading.read(
                                tables, sight, Filter.all(), Order.ASC, position - 1, position + 1, Amount.page(1)))
                .items()
                .stream()
                .findFirst()
                .orElseThrow(() -> EventUnknown.at(position));
    }

    /** A page of the versions of the event of this id, the newest first. */
    public Page versions(Sight sight, String id, int limit, Optional<String> cursor) {
        requireName(id);
        var question = new Cursor.Question(Order.DESC, Hash.of("versions of " + id), hash(sight));
        MacKey key = secrets.key("cursor");
        Cursor from = start(sight, question, Long.MAX_VALUE, cursor, key);
        Named.Versions found = store.with(
                sight.ledger(), tables -> new Named(tables, sight, from.ceiling()).versions(id, from.scanned(), limit));
        if (found.items().isEmpty() && found.next().isEmpty() && cursor.isEmpty()) {
            throw EventUnknown.named(id);
        }
        Optional<String> next = found.next().isEmpty()
                ? Optional.empty()
                : Optional.of(from.at(found.next().getAsLong()).text(key));
        return new Page(found.items(), next, found.scanned());
    }

    /** A page of all events. */
    public Page page(Sight sight, PageRequest request) {
        return page(sight, Filter.all(), request);
    }

    /** A page of the events that a filter means. */
    public Page page(Sight sight, Filter filter, PageRequest request) {
        MacKey key = secrets.key("cursor");
        var question = new Cursor.Question(request.order(), filter.hash(), hash(sight));
        long beginning = request.order() == Order.DESC ? Long.MAX_VALUE : -1;
        Cursor from = start(sight, question, beginning, request.cursor(), key);
        Stretch stretch = store.with(
                sight.ledger(),
                tables -> Reading.read(
                        tables,
                        sight,
                        filter,
                        request.order(),
                        from.scanned(),
                        from.ceiling(),
                        Amount.page(request.limit())));
        Optional<String> next = stretch.ended()
                ? Optional.empty()
                : Optional.of(from.at(stretch.decided()).text(key));
        return new Page(stretch.items(), next, stretch.scanned());
    }

    /**
     * What a filter means of the events behind a position and before a ceiling: as much as there is room for, and only what was
     * decided with bounded effort, so that it may be none although there are more. Follow {@link Stretch#decided()}.
     */
    public Stretch read(Sight sight, Filter filter, long after, long ceiling, Amount amount) {
        return store.with(
                sight.ledger(), tables -> Reading.read(tables, sight, filter, Order.ASC, after, ceiling, amount));
    }

    /** Hands over every event that a filter means and that is there now, in constant memory. */
    public void stream(Sight sight, Filter filter, Order order, Sink sink) throws IOException {
        long ceiling = ledgers.head(sight.ledger()).size();
        long from = order == Order.DESC ? ceiling : -1;
        boolean ended = false;
        while (!ended) {
            long at = from;
            Stretch stretch = store.with(
                    sight.ledger(),
                    tables ->
                            Reading.read(tables, sight, filter, order, at, ceiling, Amount.portion(STREAMED_AT_ONCE)));
            for (Found each : stretch.items()) {
                sink.take(each);
            }
            from = stretch.decided();
            ended = stretch.ended();
        }
    }

    /** The type that was first recorded for an entity of this id, among what can be seen. */
    public Optional<String> entityType(Sight sight, String entityId) {
        long below = ledgers.head(sight.ledger()).size();
        return store.with(
                sight.ledger(),
                tables -> sight.isEverything()
                        ? new EntityTypes(tables).firstWith(entityId, below)
                        : Seen.entityType(tables, sight, entityId, below));
    }

    /** What can be told of the ledger as a whole. */
    public Statistics statistics(Sight sight) {
        long size = ledgers.head(sight.ledger()).size();
        long now = Times.micros(Instant.now());
        return store.with(
                sight.ledger(),
                tables -> sight.isEverything()
                        ? Statistics.of(tables, size, now)
                        : new Seen(tables, sight, size).statistics(now));
    }

    /** No event has an id that is no name, and not every database takes it as a question. */
    private static void requireName(String id) {
        if (!Identifier.isOne(id)) {
            throw EventUnknown.named(id);
        }
    }

    private Cursor start(Sight sight, Cursor.Question question, long from, Optional<String> cursor, MacKey key) {
        Head head = ledgers.head(sight.ledger());
        return cursor.map(text -> Cursor.parse(text, key).under(question, head.epoch()))
                .orElseGet(() -> new Cursor(question, head.size(), from, head.epoch()));
    }

    private static long hash(Sight sight) {
        return Hash.of(sight.ledger().uid() + '\0' + sight.version());
    }
}
