package io.trove.links;

import io.trove.event.EventId;
import io.trove.filter.Tables;
import io.trove.ledger.Mention;
import io.trove.ledger.Mentioned;
import io.trove.ledger.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the mentions of events meant when they were committed, worked out again from the events that there are now. An event
 * was committed together with others that are behind it and have its time of recording; which of those were of the same
 * request, and so could be meant, is kept nowhere: any of them may have been.
 */
final class Bindings {

    private final Tables tables;
    private final Map<String, List<Node>> versions;

    /** By the events that are mentioned, in all their versions. */
    Bindings(Tables tables, List<Node> mentioned) {
        this.tables = tables;
        this.versions = mentioned.stream()
                .collect(Collectors.groupingBy(node -> node.id().id()));
    }

    /** The rows that an event should have; of those that can be, the ones that differ least from what it has. */
    List<Row> rows(long position, EventId id, List<Mention> mentions, List<Row> kept) throws SQLException {
        List<Row> least = rows(position, id, mentions, position + 1);
        long differences = differences(least, kept);
        List<Long> others = differences == 0 ? List.of() : together(position, mentions);
        for (int i = 0; i < others.size() && differences > 0; i++) {
            List<Row> rows = rows(position, id, mentions, others.get(i) + 1);
            if (differences(rows, kept) <= differences) {
                least = rows;
                differences = differences(rows, kept);
            }
        }
        return least;
    }

    private static long differences(List<Row> wanted, List<Row> kept) {
        return Projection.kinds().stream()
                .mapToLong(kind -> kind.differences(wanted, kept).size())
                .sum();
    }

    private List<Row> rows(long position, EventId id, List<Mention> mentions, long below) {
        return Projection.rows(
                position, id, mentions.stream().map(each -> bind(each, below)).toList());
    }

    private Mentioned bind(Mention mention, long below) {
        Predicate<Node> isMeant = node -> mention.version().isEmpty()
                || mention.version().getAsInt() == node.id().version();
        Optional<Node> there = versions.getOrDefault(mention.id(), List.of()).stream()
                .filter(node -> node.position() < below)
                .filter(isMeant)
                .max(Comparator.comparingInt(node -> node.id().version()));
        EventId id = there.map(Node::id)
                .orElseGet(() -> new EventId(mention.id(), mention.version().orElse(1)));
        return new Mentioned(
                mention, id, there.map(node -> OptionalLong.of(node.position())).orElse(OptionalLong.empty()));
    }

    /** Where events are that are mentioned and were committed with this one, behind it. */
    private List<Long> together(long position, List<Mention> mentions) throws SQLException {
        OptionalLong recordedAt = tables.recordedAt(position, Long.MAX_VALUE);
        var together = new ArrayList<Long>();
        for (long behind : behind(position, mentions)) {
            if (!tables.recordedAt(behind, Long.MAX_VALUE).equals(recordedAt)) {
                return together;
            }
            together.add(behind);
        }
        return together;
    }

    private List<Long> behind(long position, List<Mention> mentions) {
        return mentions.stream()
                .flatMap(each -> versions.getOrDefault(each.id(), List.of()).stream())
                .map(Node::position)
                .filter(other -> other > position)
                .distinct()
                .sorted()
                .toList();
    }
}
