package io.trove.links;

import io.trove.access.Sight;
import io.trove.event.Identifier;
import io.trove.filter.Tables;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.query.EventUnknown;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Walks the links of a ledger, as far as a sight goes, as they are or as they were before a position. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Graph {

    @Inject
    private Walks walks;

    @Inject
    private Ledgers ledgers;

    @Inject
    private LinkStore store;

    /** An event that a walk begins at. */
    public record Start(String id, OptionalInt version) {}

    /** How far a walk goes, and as of which position; without one as of now. */
    public record Reach(int depth, int limit, OptionalLong at) {

        public static final int DEPTH_DEFAULT = 6;
        public static final int DEPTH_MAX = 32;
        public static final int LIMIT_DEFAULT = 1_000;
        public static final int LIMIT_MAX = 10_000;

        public Reach {
            ReachRefused.require("depth", depth, DEPTH_MAX);
            ReachRefused.require("limit", limit, LIMIT_MAX);
        }
    }

    /** The events that are reached along the edges that count, and the edges between them. */
    public Picture around(Sight sight, Start start, Scope scope, Reach reach) {
        Question question = question(sight, start, scope, reach);
        return walks.answering(sight.ledger(), head(sight), question.before(), footing -> {
            Seen seen = Seen.by(sight, footing.tables());
            Walked walked = footing.walk().walk(question, seen);
            return new Painting(footing, question.before(), seen).of(walked, scope);
        });
    }

    /** Those of the events that are reached from which no edge leads on: where everything comes from. */
    public Picture roots(Sight sight, Start start, Scope scope, Reach reach) {
        Question question = question(sight, start, scope, reach);
        return walks.answering(sight.ledger(), head(sight), question.before(), footing -> {
            Seen seen = Seen.by(sight, footing.tables());
            Walked walked = footing.walk().walk(question, seen);
            return new Painting(footing, question.before(), seen).rootsOf(walked, scope);
        });
    }

    /** A shortest path between two events; no event at all when there is none so far. */
    public Picture path(Sight sight, Start from, Start to, Scope scope, Reach reach) {
        Question question = question(sight, from, scope, reach);
        long target = position(sight, to, question.before());
        return walks.answering(sight.ledger(), head(sight), question.before(), footing -> {
            Seen seen = Seen.by(sight, footing.tables());
            Path path = Path.find(footing.neighbours(), question, target, seen);
            return new Painting(footing, question.before(), seen).of(path);
        });
    }

    /** What both events are led to by the edges that count, the nearest to both first. */
    public Picture common(Sight sight, Start one, Start other, Scope scope, Reach reach) {
        Question question = question(sight, one, scope, reach);
        long second = position(sight, other, question.before());
        return walks.answering(sight.ledger(), head(sight), question.before(), footing -> {
            Seen seen = Seen.by(sight, footing.tables());
            Walked first = footing.walk().walk(question, seen);
            Walked then = footing.walk().walk(question.from(second), seen);
            return new Painting(footing, question.before(), seen).common(first, then, scope);
        });
    }

    private Question question(Sight sight, Start start, Scope scope, Reach reach) {
        long size = head(sight).size();
        long before = reach.at().isPresent() ? Math.min(size - 1, reach.at().getAsLong()) + 1 : size;
        return new Question(position(sight, start, before), scope, reach.depth(), reach.limit(), before);
    }

    /** As of a position the newest version is the one that was the newest then. */
    private long position(Sight sight, Start start, long before) {
        if (!Identifier.isOne(start.id())) {
            throw EventUnknown.named(start.id());
        }
        return store.reading(sight.ledger(), tables -> seen(tables, sight, start, before))
                .orElseThrow(() -> EventUnknown.named(start.id()))
                .position();
    }

    /** Of what has no version, the newest that is seen, as when the event itself is asked for. */
    private static Optional<Node> seen(Tables tables, Sight sight, Start start, long before) throws SQLException {
        var nodes = new Nodes(tables);
        if (sight.extent().isAll()) {
            return nodes.find(start.id(), start.version(), before);
        }
        List<Node> there = start.version().isPresent()
                ? nodes.find(start.id(), start.version(), before).stream().toList()
                : nodes.versions(start.id(), before);
        Set<Long> seen =
                Seen.by(sight, tables).among(there.stream().map(Node::position).toList());
        return there.stream().filter(node -> seen.contains(node.position())).findFirst();
    }

    private Head head(Sight sight) {
        return ledgers.head(sight.ledger());
    }
}
