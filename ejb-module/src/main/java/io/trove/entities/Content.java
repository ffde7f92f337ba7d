package io.trove.entities;

import io.trove.event.Canonical;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What folds change of a state.
 *
 * @param data as it is now, and {@code initial} as it was created
 * @param deletedAt the position of the deletion; −1 while it is not deleted
 * @param relations in the order in which they were made
 * @param members of a group, in the order in which they joined, each with the members that were named within it
 * @param memberOf the groups that it is in, each with the position at which it joined
 */
record Content(
        Optional<Json> data,
        Optional<Json> initial,
        long deletedAt,
        Set<Relation> relations,
        Map<String, Set<String>> members,
        Map<EntityId, Long> memberOf) {

    /** So many relations, members, groups and top-level members of data a state holds; a fold to more of them fails. */
    static final int HELD_MAX = 10_000;

    /** What data weigh at most: so many characters, of which each value counts as eight. A fold to more fails. */
    static final long WEIGHT_MAX = 4L << 20;

    static final Content EMPTY = new Content(Optional.empty(), Optional.empty(), -1, Set.of(), Map.of(), Map.of());

    Content {
        requireHeld("relations", relations.size());
        requireHeld("members", members.size());
        requireHeld("groups", memberOf.size());
        relations = relations.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(relations));
        members = members.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(members));
        memberOf = memberOf.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(memberOf));
    }

    /** As created: not deleted, with this data. */
    Content created(Json created) {
        requireLight(created);
        return new Content(Optional.of(created), Optional.of(created), -1, relations, members, memberOf);
    }

    /** With this data; the first is also how it was created. */
    Content with(Json changed) {
        requireLight(changed);
        return new Content(
                Optional.of(changed), initial.or(() -> Optional.of(changed)), deletedAt, relations, members, memberOf);
    }

    /** With these top-level members in place of its own. */
    Content merged(Json change) {
        if (!change.isObject()) {
            return this;
        }
        Json all = data.orElse(change).merged(change);
        requireHeld("members of its data", all.size());
        return with(all);
    }

    /** How many things it holds, for which each state has a place of its own. */
    int held() {
        return relations.size()
                + members.size()
                + memberOf.size()
                + data.map(Json::size).orElse(0);
    }

    private static void requireHeld(String what, int count) {
        if (count > HELD_MAX) {
            throw new FoldFailed("a state holds at most %d %s".formatted(HELD_MAX, what));
        }
    }

    private static void requireLight(Json data) {
        if (data.weight() > WEIGHT_MAX) {
            throw new FoldFailed("a state's data hold at most %d characters, of which each value counts as eight"
                    .formatted(WEIGHT_MAX));
        }
    }

    Content deleted(long position) {
        return new Content(data, initial, position, relations, members, memberOf);
    }

    Content revived() {
        return new Content(data, initial, -1, relations, members, memberOf);
    }

    Content linked(Relation relation) {
        var all = new LinkedHashSet<>(relations);
        all.add(relation);
        return new Content(data, initial, deletedAt, all, members, memberOf);
    }

    Content unlinked(Relation relation) {
        var all = new LinkedHashSet<>(relations);
        all.remove(relation);
        return new Content(data, initial, deletedAt, all, members, memberOf);
    }

    /** With a member, which itself has these; one that is there keeps its place and what was known of it. */
    Content joined(String member, Set<String> within) {
        var all = new LinkedHashMap<>(members);
        all.merge(member, within, (known, more) -> {
            var both = new LinkedHashSet<>(known);
            both.addAll(more);
            return both;
        });
        return new Content(data, initial, deletedAt, relations, all, memberOf);
    }

    /** Without a member, and without those that were named within it. */
    Content removed(String member) {
        var all = new LinkedHashMap<>(members);
        Set<String> within = all.remove(member);
        if (within != null) {
            all.keySet().removeAll(within);
        }
        return new Content(data, initial, deletedAt, relations, all, memberOf);
    }

    Content enters(EntityId group, long position) {
        var all = new LinkedHashMap<>(memberOf);
        all.putIfAbsent(group, position);
        return new Content(data, initial, deletedAt, relations, members, all);
    }

    Content leaves(EntityId group) {
        var all = new LinkedHashMap<>(memberOf);
        all.remove(group);
        return new Content(data, initial, deletedAt, relations, members, all);
    }

    /** As it is kept. */
    void writeTo(Canonical kept) {
        data.ifPresent(json -> kept.member("data", json));
        kept.member("deletedAt", deletedAt);
        initial.ifPresent(json -> kept.member("initial", json));
        writeTo(
                kept,
                "memberOf",
                memberOf.entrySet(),
                each -> Map.of("group", each.getKey().members(), "since", each.getValue()));
        writeTo(
                kept,
                "members",
                members.entrySet(),
                each -> Map.of("id", each.getKey(), "within", List.copyOf(each.getValue())));
        writeTo(kept, "relations", relations, Relation::members);
    }

    private static <T> void writeTo(
            Canonical kept, String name, Collection<T> items, Function<T, Map<String, Object>> members) {
        if (!items.isEmpty()) {
            kept.member(name, Json.array(items.stream().map(members).toList()));
        }
    }

    static Content read(Json json) {
        var relations = new LinkedHashSet<Relation>();
        items(json, "relations")
                .forEach(each -> relations.add(Relation.read(each).orElseThrow()));
        var members = new LinkedHashMap<String, Set<String>>();
        items(json, "members").forEach(each -> {
            var within = new LinkedHashSet<String>();
            items(each, "within").forEach(id -> within.add(id.text().orElseThrow()));
            members.put(each.member("id").flatMap(Json::text).orElseThrow(), within);
        });
        var memberOf = new LinkedHashMap<EntityId, Long>();
        items(json, "memberOf")
                .forEach(each -> memberOf.put(
                        EntityId.read(each.member("group")).orElseThrow(),
                        each.member("since").orElseThrow().integer().orElseThrow()));
        return new Content(
                json.member("data"),
                json.member("initial"),
                json.member("deletedAt").orElseThrow().integer().orElseThrow(),
                relations,
                members,
                memberOf);
    }

    private static List<Json> items(Json json, String name) {
        return new ArrayList<>(json.member(name).map(Json::items).orElse(List.of()));
    }
}
