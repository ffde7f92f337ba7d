package io.trove.links;

import io.trove.event.EventId;
import io.trove.ledger.Appending;
import io.trove.ledger.Column;
import io.trove.ledger.Following;
import io.trove.ledger.Mentioned;
import io.trove.ledger.Placed;
import io.trove.ledger.Row;
import io.trove.ledger.Table;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Writes the edges that each event says with it. */
@ApplicationScoped
class Projection {

    private static final Table LINK = new Table(
            "link",
            Column.number("position"),
            Column.number("ordinal"),
            Column.text("type"),
            Column.number("source"),
            Column.number("target"));
    private static final Table REMOVAL = new Table(
            "link_removal",
            Column.number("position"),
            Column.text("type"),
            Column.number("source"),
            Column.number("target"));
    private static final Table WAITING = new Table(
            "link_waiting",
            Column.number("position"),
            Column.number("ordinal"),
            Column.text("type"),
            Column.text("source_id"),
            Column.number("source_version"),
            Column.text("target_id"),
            Column.number("target_version"),
            Column.number("removes"));

    void link(@Observes Appending batch) {
        for (Placed event : batch.events()) {
            if (!event.mentioned().isEmpty()) {
                rows(event.position(), event.id(), event.mentioned()).forEach(batch::contribute);
            }
        }
    }

    /** The kinds of rows that there are. */
    static List<Following> kinds() {
        return List.of(
                new Following(LINK, "link", List.of("ordinal")),
                new Following(REMOVAL, "link removal", List.of()),
                new Following(WAITING, "waiting link", List.of("ordinal")));
    }

    /** An event that an edge begins at or leads to, and where it is, if it is there. */
    private record End(EventId id, OptionalLong position) {}

    /** An edge as it is said, with what is known of its ends. */
    private record Drawn(String type, End source, End target, boolean removes) {

        boolean waits() {
            return source.position().isEmpty() || target.position().isEmpty();
        }
    }

    /** The rows of an event by what it mentions. */
    static List<Row> rows(long position, EventId id, List<Mentioned> mentioned) {
        var rows = new ArrayList<Row>();
        for (Drawn edge : edges(new End(id, OptionalLong.of(position)), mentioned)) {
            rows.add(row(position, rows.size(), edge));
        }
        return rows;
    }

    private static Row row(long position, long ordinal, Drawn edge) {
        if (edge.waits()) {
            return WAITING.row(
                    position,
                    ordinal,
                    edge.type(),
                    edge.source().id().id(),
                    (long) edge.source().id().version(),
                    edge.target().id().id(),
                    (long) edge.target().id().version(),
                    edge.removes() ? 1L : 0L);
        }
        long source = edge.source().position().getAsLong();
        long target = edge.target().position().getAsLong();
        return edge.removes()
                ? REMOVAL.row(position, edge.type(), source, target)
                : LINK.row(position, ordinal, edge.type(), source, target);
    }

    /** Each once, however often the event says it. */
    private static Set<Drawn> edges(End self, List<Mentioned> mentioned) {
        var edges = new LinkedHashSet<Drawn>();
        End before = self;
        for (Mentioned each : mentioned) {
            Said said = (Said) each.mention();
            var end = new End(each.id(), each.position());
            switch (said.role()) {
                case TARGET -> edges.add(new Drawn(said.type(), self, end, false));
                case SOURCE -> edges.add(new Drawn(said.type(), end, self, false));
                case LINKED_FROM, UNLINKED_FROM -> before = end;
                case LINKED_TO -> edges.add(new Drawn(said.type(), before, end, false));
                case UNLINKED_TO -> edges.add(new Drawn(said.type(), before, end, true));
            }
        }
        return edges;
    }
}
