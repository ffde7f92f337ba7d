package io.trove.entities;

import io.trove.access.Sight;
import io.trove.crypto.MacKey;
import io.trove.crypto.Secrets;
import io.trove.event.Json;
import io.trove.ledger.Burden;
import io.trove.ledger.Head;
import io.trove.ledger.Ledgers;
import io.trove.ledger.Store;
import io.trove.query.Amount;
import io.trove.query.Found;
import io.trove.query.Page;
import io.trove.query.PageRequest;
import io.trove.query.Query;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells what happened to an entity, the oldest first: its events, who changed what, and when. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Chronicle {

    private static final String KEY = "cursor";

    @Inject
    private Ledgers ledgers;

    @Inject
    private Store store;

    @Inject
    private Replays replays;

    @Inject
    private Query query;

    @Inject
    private Secrets secrets;

    /** What is told of an event: the state before and after it. */
    private interface Telling {
        Map<String, Object> of(State before, Happened event, State after);
    }

    /** The events that its state is folded from, its own and those that name it. */
    public Page history(Sight sight, EntityId entity, int limit, Optional<String> cursor) {
        requireLimit(limit);
        Asked asked = asked(sight, entity, "history", cursor);
        Past.Stretch stretch = store.with(
                sight.ledger(),
                tables -> replays.of(tables, sight, Optional.empty())
                        .past()
                        .positions(entity, asked.behind(), asked.ceiling(), limit));
        var found = new ArrayList<Found>();
        long bytes = 0;
        for (long position : stretch.positions()) {
            if (bytes >= Amount.PAGE_BYTES_MAX) {
                return new Page(found, Optional.of(asked.next(position - 1)), found.size());
            }
            found.add(query.at(sight, position));
            bytes += found.get(found.size() - 1).document().length;
            Burden.weigh(bytes);
        }
        if (found.isEmpty() && stretch.isWhole() && cursor.isEmpty()) {
            throw EntityUnknown.now(entity);
        }
        Optional<String> next = stretch.isWhole() ? Optional.empty() : Optional.of(asked.next(stretch.end() - 1));
        return new Page(found, next, found.size());
    }

    /** Who changed what and when: each event with the changes that it made, as a JSON Patch. */
    public Chapter audit(Sight sight, EntityId entity, int limit, Optional<String> cursor) {
        return told(sight, entity, "audit", limit, cursor, Chronicle::audited);
    }

    /** When what changed: each event with the names of what it changed. */
    public Chapter timeline(Sight sight, EntityId entity, int limit, Optional<String> cursor) {
        return told(sight, entity, "timeline", limit, cursor, Chronicle::timed);
    }

    private Chapter told(
            Sight sight, EntityId entity, String what, int limit, Optional<String> cursor, Telling telling) {
        requireLimit(limit);
        Asked asked = asked(sight, entity, what, cursor);
        var tale = new Tale(limit, telling);
        store.with(sight.ledger(), tables -> {
            Replay replay = replays.of(tables, sight, Optional.empty());
            State start = replay.to(entity, Bound.below(asked.behind() + 1)).state();
            Replay.Folded folded = replay.on(start, Bound.below(asked.ceiling()), tale::take);
            if (tale.items.isEmpty() && asked.isFirst() && folded.parked().isEmpty()) {
                throw EntityUnknown.now(entity);
            }
            return tale;
        });
        Optional<String> next = tale.hasMore ? Optional.of(asked.next(tale.last)) : Optional.empty();
        return new Chapter(tale.items, next, asked.ceiling() - 1);
    }

    /** What is told on a page: of so many events, and of fewer where they are large. */
    private static final class Tale {

        private final int limit;
        private final Telling telling;
        private final List<Map<String, Object>> items = new ArrayList<>();
        private long last = -1;
        private long bytes;
        private boolean hasMore;

        Tale(int limit, Telling telling) {
            this.limit = limit;
            this.telling = telling;
        }

        boolean take(State before, Happened event, State after) {
            hasMore = items.size() == limit || bytes >= Amount.PAGE_BYTES_MAX;
            if (!hasMore) {
                items.add(telling.of(before, event, after));
                last = event.position();
                bytes += event.bytes();
                Burden.weighFolded(bytes);
            }
            return !hasMore;
        }
    }

    private static Map<String, Object> audited(State before, Happened event, State after) {
        var item = new LinkedHashMap<String, Object>();
        Json id = event.document().member("id").orElseThrow();
        item.put("guid", "%s/%d".formatted(after.entity().id(), event.position()));
        item.put("timestamp", event.recordedAt());
        item.put(
                "userId",
                event.document()
                        .member("userId")
                        .or(() -> event.document().at("/actor/id"))
                        .flatMap(Json::text));
        item.put("action", event.type());
        item.put("eventGuid", id.member("id"));
        item.put("entityGuid", after.entity().id());
        item.put("position", event.position());
        item.put("changes", JsonPatch.between(before.compared(), after.compared()));
        return item;
    }

    private static Map<String, Object> timed(State before, Happened event, State after) {
        var item = new LinkedHashMap<String, Object>();
        item.put("position", event.position());
        item.put("version", after.version());
        item.put("recordedAt", event.recordedAt());
        item.put("createdAt", event.document().member("createdAt"));
        item.put("type", event.type());
        item.put("actor", event.document().member("actor"));
        var changed = new LinkedHashSet<String>();
        JsonPatch.between(before.compared(), after.compared())
                .forEach(each -> changed.add(topmost(String.valueOf(each.get("path")))));
        item.put("changed", List.copyOf(changed));
        return item;
    }

    /** {@code /state/title}, and not what is below. */
    private static String topmost(String path) {
        String[] parts = path.split("/", 4);
        return parts.length < 3 || !parts[1].equals("state") ? "/" + parts[1] : "/state/" + parts[2];
    }

    private static void requireLimit(int limit) {
        PageRequest.newest(limit);
    }

    /** Which page is asked for. */
    private record Asked(long question, long ceiling, long behind, MacKey key) {

        boolean isFirst() {
            return behind < 0;
        }

        String next(long position) {
            return new PageMark(question, ceiling, Long.toString(position)).text(key);
        }
    }

    private Asked asked(Sight sight, EntityId entity, String what, Optional<String> cursor) {
        if (!Named.isName(entity)) {
            throw EntityUnknown.now(entity);
        }
        Head head = ledgers.head(sight.ledger());
        MacKey key = secrets.key(KEY);
        long question = PageMark.question(
                what, sight.ledger().uid(), sight.version(), Long.toString(head.epoch()), entity.type(), entity.id());
        return cursor.map(text -> PageMark.of(text, key, question))
                .map(mark -> new Asked(question, mark.ceiling(), Long.parseLong(mark.behind()), key))
                .orElseGet(() -> new Asked(question, head.size(), -1, key));
    }
}
