package io.trove.links;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A shortest way from one event to another; of no event when there is none, or none so far. */
record Path(List<Long> nodes, List<Edge> edges, Optional<Bound> bound, long[] open) {

    static Path find(Neighbours neighbours, Question question, long target, Seen seen) throws SQLException {
        Walked walked = new LevelWalk(neighbours).walk(question, seen, OptionalLong.of(target));
        if (!walked.has(target)) {
            return new Path(List.of(), List.of(), walked.bound(), walked.open());
        }
        var nodes = new ArrayList<Long>();
        for (long at = target; at != question.start(); at = walked.via(at)) {
            nodes.add(at);
        }
        nodes.add(question.start());
        Collections.reverse(nodes);
        var edges = new ArrayList<Edge>();
        for (int i = 1; i < nodes.size(); i++) {
            edges.add(edge(neighbours, question, nodes.get(i - 1), nodes.get(i), seen));
        }
        return new Path(nodes, edges, Optional.empty(), new long[0]);
    }

    /** One of the edges by which a step was made. */
    private static Edge edge(Neighbours neighbours, Question question, long from, long to, Seen seen)
            throws SQLException {
        var found = new ArrayList<Edge>();
        take(neighbours, new Scope(question.scope().out(), Optional.empty()), question, from, to, false, seen, found);
        take(neighbours, new Scope(Optional.empty(), question.scope().in()), question, from, to, true, seen, found);
        return found.get(0);
    }

    private static void take(
            Neighbours neighbours,
            Scope scope,
            Question question,
            long from,
            long to,
            boolean backwards,
            Seen seen,
            List<Edge> found)
            throws SQLException {
        if (!found.isEmpty()) {
            return;
        }
        neighbours.of(new long[] {from}, scope, question.before(), (near, far, type, said) -> {
            if (far == to && seen.among(List.of(said)).contains(said)) {
                found.add(backwards ? new Edge(to, from, type, said) : new Edge(from, to, type, said));
                return false;
            }
            return true;
        });
    }
}
