package io.trove.links;

import io.trove.event.EventId;
import io.trove.event.KeptDocument;
import io.trove.filter.Tables;
import io.trove.ledger.Following;
import io.trove.ledger.FollowingRows;
import io.trove.ledger.Follows;
import io.trove.ledger.Mention;
import io.trove.ledger.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The edges that are kept, held against what the events say of links. */
@ApplicationScoped
class KeptLinks implements Follows {

    private static final List<Following> KINDS = Projection.kinds();

    /** Of most events it is seen without parsing them that they mention no other. */
    private static final List<String> MENTIONING = List.of("links", "cause", "trace");

    private static final byte[] FIRST_VERSION = ",\"version\":1}".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** An event and what it mentions. */
    private record Mentioning(long position, EventId id, List<Mention> mentions) {}

    @Override
    public Comparison over(Tables tables, long from, long end) {
        return new OfStretch(tables, from, end);
    }

    @Override
    public long count(Tables tables, long size) throws SQLException {
        return FollowingRows.count(KINDS, tables, size);
    }

    @Override
    public List<Difference> strays(Tables tables, long size, int max) throws SQLException {
        return FollowingRows.strays(KINDS, tables, max);
    }

    private static boolean mayMention(KeptDocument document) {
        return MENTIONING.stream().anyMatch(document::has)
                || document.is("type", LinkEvents.LINKED)
                || document.is("type", LinkEvents.UNLINKED)
                || !document.endsWith("id", FIRST_VERSION);
    }

    private static final class OfStretch implements Comparison {

        private final Tables tables;
        private final long from;
        private final long end;
        private final List<Mentioning> mentioning = new ArrayList<>();
        private long rows;

        OfStretch(Tables tables, long from, long end) {
            this.tables = tables;
            this.from = from;
            this.end = end;
        }

        @Override
        public void see(long position, KeptDocument document) {
            if (mayMention(document)) {
                var draft = document.draft();
                List<Mention> mentions = new Saying().of(draft);
                if (!mentions.isEmpty()) {
                    mentioning.add(new Mentioning(position, draft.id().orElseThrow(), mentions));
                }
            }
        }

        @Override
        public long rows() {
            return rows;
        }

        @Override
        public List<Difference> differences() throws SQLException {
            Map<Long, List<Row>> kept = new HashMap<>();
            var all = new ArrayList<Row>();
            for (Following kind : KINDS) {
                all.addAll(kind.stored(tables, from, end));
            }
            all.forEach(row -> kept.computeIfAbsent(Following.position(row), none -> new ArrayList<>())
                    .add(row));
            List<Row> wanted = wanted(kept);
            rows = wanted.size();
            return KINDS.stream()
                    .flatMap(kind -> kind.differences(wanted, all).stream())
                    .toList();
        }

        private List<Row> wanted(Map<Long, List<Row>> kept) throws SQLException {
            if (mentioning.isEmpty()) {
                return List.of();
            }
            var ids = mentioning.stream()
                    .flatMap(each -> each.mentions().stream().map(Mention::id))
                    .collect(Collectors.toCollection(TreeSet::new));
            var bindings = new Bindings(tables, new Nodes(tables).named(ids, Long.MAX_VALUE));
            var wanted = new ArrayList<Row>();
            for (Mentioning each : mentioning) {
                wanted.addAll(bindings.rows(
                        each.position(), each.id(), each.mentions(), kept.getOrDefault(each.position(), List.of())));
            }
            return wanted;
        }
    }
}
