package io.trove.api;

import io.trove.access.Sight;
import io.trove.filter.Filter;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.StoreUnavailable;
import io.trove.query.Amount;
import io.trove.query.Found;
import io.trove.query.Query;
import io.trove.query.Stretch;
import java.io.ByteArrayOutputStream;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** How far a follower is, and how it reads on: near the end from the tail that all share, far behind by the indexes. */
final class Bookmark {

    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final int CHUNK_EVENTS_MAX = 64;
    private static final int CHUNK_BYTES_MAX = 64 << 10;

    /** What all take from is read in larger pieces than what is written to one. */
    private static final Amount OF_ALL = Amount.portion(CHUNK_EVENTS_MAX);

    private static final Amount OF_ONE = Amount.portion(CHUNK_EVENTS_MAX, CHUNK_BYTES_MAX);

    private final Question question;
    private final Followers.Followed followed;
    private final Query query;
    private volatile long after;

    /** What is followed: as far as which sight, which events, in which form. */
    record Question(SightNow sight, Filter filter, SseText text) {}

    Bookmark(Question question, long after, Followers.Followed followed, Query query) {
        this.question = question;
        this.after = after;
        this.followed = followed;
        this.query = query;
    }

    /** The last position that was looked at. */
    long after() {
        return after;
    }

    boolean isAtEnd() {
        return after >= followed.size - 1;
    }

    /** Refuses when the ledger was removed, of which nothing will ever come. */
    void requireThere() {
        if (followed.removed) {
            var name = followed.ledger.name();
            throw new LedgerUnknown(name.organization(), name.environment());
        }
    }

    /** Refuses when whoever follows may not any more; while nobody can tell, they may. */
    void requireSeen() {
        try {
            question.sight().get();
        } catch (StoreUnavailable away) {
            LOG.log(Level.TRACE, "Whether this may be followed is asked again", away);
        }
    }

    /** The next events in their form, and the position moved on; nothing when none of those looked at is meant. */
    byte[] next() {
        long ceiling = followed.size;
        if (after >= ceiling - 1) {
            return new byte[0];
        }
        Sight sight = question.sight().get();
        var chunk = new ByteArrayOutputStream();
        Optional<List<Tail.Line>> near = followed.tail.after(after, CHUNK_EVENTS_MAX);
        if (near.isEmpty() && ceiling - after <= CHUNK_EVENTS_MAX) {
            readTail(ceiling);
            near = followed.tail.after(after, CHUNK_EVENTS_MAX);
        }
        if (near.isPresent() && near.get().isEmpty()) {
            readTail(ceiling);
            near = followed.tail.after(after, CHUNK_EVENTS_MAX);
        }
        if (near.isPresent() && !near.get().isEmpty()) {
            take(near.get(), sight, chunk);
        } else {
            takeFar(ceiling, sight, chunk);
        }
        return chunk.toByteArray();
    }

    private void take(List<Tail.Line> lines, Sight sight, ByteArrayOutputStream chunk) {
        for (Tail.Line line : lines) {
            if (chunk.size() > CHUNK_BYTES_MAX) {
                return;
            }
            seen(line, sight).ifPresent(event -> question.text().write(event, chunk));
            after = line.event().position();
        }
    }

    private Optional<Found> seen(Tail.Line line, Sight sight) {
        return sight.isEverything() && question.filter().isAll()
                ? Optional.of(line.event())
                : line.event().seen(sight, question.filter(), line.document());
    }

    /** Far behind the tail the indexes serve. */
    private void takeFar(long ceiling, Sight sight, ByteArrayOutputStream chunk) {
        Stretch stretch = query.read(sight, question.filter(), after, ceiling, OF_ONE);
        for (var event : stretch.items()) {
            question.text().write(event, chunk);
        }
        after = stretch.ended() ? ceiling - 1 : Math.max(after, stretch.decided());
    }

    private void readTail(long ceiling) {
        Stretch stretch = query.read(followed.whole, Filter.all(), after, ceiling, OF_ALL);
        followed.tail.take(stretch.items().stream().map(Tail.Line::new).toList());
    }
}
