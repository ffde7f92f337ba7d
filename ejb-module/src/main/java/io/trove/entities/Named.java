package io.trove.entities;

import io.trove.event.Bounds;
import io.trove.event.Identifier;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The entities that an event names beside the one that it happened to: the other end of a relation, the members of a
 * group at any depth, and duplicates. Such an event is folded into them too.
 */
final class Named {

    static final String LINKED = "entity.linked";
    static final String UNLINKED = "entity.unlinked";
    static final String CREATE_INDIVIDUAL = "create-individual";
    static final String UPDATE_INDIVIDUAL = "update-individual";
    static final String CREATE_GROUP = "create-group";
    static final String UPDATE_GROUP = "update-group";
    static final String ADD_MEMBER = "add-member";
    static final String REMOVE_MEMBER = "remove-member";
    static final String DELETE_ENTITY = "delete-entity";
    static final String RESOLVE_DUPLICATE = "resolve-duplicate";

    private static final int DEPTH_MAX = 16;
    private static final String INDIVIDUAL = "individual";
    private static final String GROUP = "group";
    private static final Set<String> NAMING =
            Set.of(LINKED, UNLINKED, CREATE_GROUP, UPDATE_GROUP, ADD_MEMBER, REMOVE_MEMBER, RESOLVE_DUPLICATE);

    private Named() {}

    /** A member that a group's event tells of: the group that it is in, its data, and the members within it. */
    record Member(EntityId group, EntityId member, Json data, Set<String> within) {}

    /** Whether events of this type name others at all. */
    static boolean mayName(String type) {
        return NAMING.contains(type);
    }

    static Set<EntityId> by(Happened event) {
        return event.entity().map(own -> by(event.type(), own, event.payload())).orElse(Set.of());
    }

    /** The entities that an event of this type, entity and payload names, without its own. */
    static Set<EntityId> by(String type, EntityId own, Json payload) {
        if (!mayName(type)) {
            return Set.of();
        }
        Set<EntityId> named = new LinkedHashSet<>();
        switch (type) {
            case LINKED, UNLINKED ->
                Relation.read(payload).filter(Relation::isOutgoing).ifPresent(it -> named.add(it.other()));
            case REMOVE_MEMBER -> removed(payload).ifPresent(id -> addBoth(named, id));
            case RESOLVE_DUPLICATE -> duplicates(payload).forEach(id -> addBoth(named, id));
            default -> members(own, payload).forEach(each -> named.add(each.member()));
        }
        named.remove(own);
        named.removeIf(each -> !isName(each));
        return named;
    }

    /** Events that name someone by a guid alone mean an individual or a group of it. */
    private static void addBoth(Set<EntityId> named, String id) {
        named.add(new EntityId(INDIVIDUAL, id));
        named.add(new EntityId(GROUP, id));
    }

    /** No entity is called what no event can call it. */
    static boolean isName(EntityId entity) {
        return Identifier.isOne(entity.type(), Bounds.ENTITY_TYPE_BYTES_MAX)
                && Identifier.isOne(entity.id(), Bounds.ENTITY_ID_BYTES_MAX);
    }

    /** The members that a group's event tells of, those of groups within it too. */
    static List<Member> members(EntityId group, Json payload) {
        var found = new ArrayList<Member>();
        members(group, payload, 0, found);
        return found;
    }

    private static void members(EntityId group, Json data, int depth, List<Member> found) {
        for (Json each : list(data, "members")) {
            Optional<String> guid = each.member("guid").flatMap(Json::text);
            if (guid.isPresent()) {
                String type = each.member("type")
                        .flatMap(Json::text)
                        .filter(GROUP::equals)
                        .orElse(INDIVIDUAL);
                var member = new EntityId(type, guid.get());
                found.add(new Member(group, member, withoutMembers(each), guids(each)));
                if (depth < DEPTH_MAX) {
                    members(member, each, depth + 1, found);
                }
            }
        }
    }

    /** The guids of the members that data names, not of those within them. */
    private static Set<String> guids(Json data) {
        Set<String> guids = new LinkedHashSet<>();
        list(data, "members")
                .forEach(each -> each.member("guid").flatMap(Json::text).ifPresent(guids::add));
        return guids;
    }

    /** Members are entities of their own, so that no data holds them. */
    static Json withoutMembers(Json data) {
        Map<String, Json> members = new TreeMap<>(data.members());
        members.remove("members");
        return data.isObject() ? Json.object(members) : data;
    }

    static Optional<String> removed(Json payload) {
        return payload.member("memberId").flatMap(Json::text);
    }

    /** The duplicates that are to go; none when they are kept. */
    static Set<String> duplicates(Json payload) {
        boolean all = isTrue(payload, "shouldDelete");
        Set<String> guids = new LinkedHashSet<>();
        for (Json each : list(payload, "duplicates")) {
            if (all || isTrue(each, "shouldDelete")) {
                each.text()
                        .or(() -> each.member("duplicateGuid").flatMap(Json::text))
                        .ifPresent(guids::add);
            }
        }
        return guids;
    }

    private static List<Json> list(Json object, String name) {
        return object.member(name).map(Json::items).orElse(List.of());
    }

    private static boolean isTrue(Json object, String name) {
        return object.member(name).filter(Json.of(true)::equals).isPresent();
    }
}
