package io.trove.entities;

import io.trove.event.Json;
import io.trove.filter.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Holds two generations of states against each other, entity by entity, as of one position: a hash runs over every state of
 * each, and what differs is named.
 */
final class Comparing {

    private static final int READ_AT_ONCE = 500;
    private static final int CHANGES_MAX = 10;

    private final StateRows live;
    private final StateRows built;
    private final Inventory liveTypes;
    private final Inventory builtTypes;
    private final Replay liveReplay;
    private final Replay builtReplay;
    private final Bound bound;
    private final Comparator<String> order;
    private long followed;

    Comparing(Tables tables, Generation live, Replay liveReplay, Generation built, Replay builtReplay, long below) {
        this.live = new StateRows(tables, live.number());
        this.built = new StateRows(tables, built.number());
        this.liveTypes = new Inventory(tables, live.number());
        this.builtTypes = new Inventory(tables, built.number());
        this.liveReplay = liveReplay;
        this.builtReplay = builtReplay;
        this.bound = Bound.below(below);
        this.order = IdOrder.of(tables);
    }

    /** Where a comparison is: behind this entity, with these hashes of all before. */
    record Place(String type, String id, String live, String built, long compared) {

        static final Place BEGINNING = new Place("", "", "", "", 0);
    }

    /** Where it is then, what differs, and whether that is the end. */
    record Compared(Place place, List<Map<String, Object>> differences, boolean ended) {}

    Compared next(Place from) throws SQLException {
        followed = live.followed();
        StatePage ofLive = page(live, from);
        StatePage ofBuilt = page(built, from);
        if (ofLive.states().isEmpty() && ofBuilt.states().isEmpty()) {
            Optional<String> type = min(liveTypes.typeAfter(from.type()), builtTypes.typeAfter(from.type()));
            return type.isEmpty()
                    ? new Compared(from, List.of(), true)
                    : next(new Place(type.get(), "", from.live(), from.built(), from.compared()));
        }
        Optional<String> cut = min(last(ofLive), last(ofBuilt));
        var pairs = new TreeMap<String, StateRows.Kept[]>(order);
        put(pairs, ofLive.states(), 0);
        put(pairs, ofBuilt.states(), 1);
        var differences = new ArrayList<Map<String, Object>>();
        Place at = from;
        for (Map.Entry<String, StateRows.Kept[]> each : pairs.entrySet()) {
            if (cut.isEmpty() || order.compare(each.getKey(), cut.get()) <= 0) {
                at = compare(at, new EntityId(from.type(), each.getKey()), each.getValue(), differences);
            }
        }
        return new Compared(at, differences, false);
    }

    private static StatePage page(StateRows rows, Place from) throws SQLException {
        return from.type().isEmpty()
                ? new StatePage(List.of(), true)
                : rows.ofType(from.type(), from.id(), READ_AT_ONCE);
    }

    /** What lies behind the last of a page is not known yet, unless there is no more. */
    private static Optional<String> last(StatePage page) {
        return page.isLast() || page.states().isEmpty()
                ? Optional.empty()
                : Optional.of(page.states()
                        .get(page.states().size() - 1)
                        .state()
                        .entity()
                        .id());
    }

    private Optional<String> min(Optional<String> a, Optional<String> b) {
        return a.isPresent() && b.isPresent() ? (order.compare(a.get(), b.get()) < 0 ? a : b) : a.or(() -> b);
    }

    private static void put(Map<String, StateRows.Kept[]> pairs, List<StateRows.Kept> page, int side) {
        page.forEach(
                kept -> pairs.computeIfAbsent(kept.state().entity().id(), id -> new StateRows.Kept[2])[side] = kept);
    }

    private Place compare(Place at, EntityId entity, StateRows.Kept[] kept, List<Map<String, Object>> differences)
            throws SQLException {
        Replay.Folded one = asOf(liveReplay, entity, Optional.ofNullable(kept[0]), followed);
        Replay.Folded other = asOf(builtReplay, entity, Optional.ofNullable(kept[1]), bound.ceiling());
        byte[] ofLive = hash(one);
        byte[] ofBuilt = hash(other);
        if (!Arrays.equals(ofLive, ofBuilt)) {
            differences.add(difference(entity, one, other));
        }
        return new Place(
                at.type(), entity.id(), chained(at.live(), ofLive), chained(at.built(), ofBuilt), at.compared() + 1);
    }

    /**
     * As it was at the bound. What is built has gone exactly as far; a row of the other says it when that has gone as far or
     * further, and this row has not changed since.
     */
    private Replay.Folded asOf(Replay replay, EntityId entity, Optional<StateRows.Kept> kept, long followed)
            throws SQLException {
        if (followed < bound.ceiling()
                || kept.filter(row -> row.state().position() >= bound.ceiling()).isPresent()) {
            return replay.to(entity, bound);
        }
        return new Replay.Folded(
                kept.map(StateRows.Kept::state).orElseGet(() -> State.before(entity)),
                kept.flatMap(StateRows.Kept::parked).filter(parked -> parked.position() < bound.ceiling()),
                0);
    }

    private static byte[] hash(Replay.Folded folded) {
        Map<String, Object> members = new TreeMap<>(folded.state().json().members());
        members.remove("ancestor");
        members.put("parked", folded.parked().map(Parked::position));
        return Sha256.of(Json.object(members).canonical());
    }

    private static String chained(String before, byte[] hash) {
        return HexFormat.of()
                .formatHex(Sha256.of((before + HexFormat.of().formatHex(hash)).getBytes(StandardCharsets.US_ASCII)));
    }

    private static Map<String, Object> difference(EntityId entity, Replay.Folded one, Replay.Folded other) {
        var difference = new LinkedHashMap<String, Object>();
        difference.put("entity", entity.members());
        difference.put("version", one.state().version());
        difference.put(
                "changes",
                JsonPatch.between(one.state().compared(), other.state().compared()).stream()
                        .limit(CHANGES_MAX)
                        .toList());
        one.parked().ifPresent(parked -> difference.put("parked", parked.members()));
        other.parked().ifPresent(parked -> difference.put("parkedThen", parked.members()));
        return difference;
    }
}
