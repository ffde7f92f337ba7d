package io.trove.entities;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What all entities are after some events, one event after the other, as the documentation says it: slow and plain. */
final class NaiveWorld {

    /** An entity, as it is now. */
    private static final class Thing {
        private Map<String, Json> data;
        private Json initial;
        private boolean deleted;
        private long version;
        private final List<String> relations = new ArrayList<>();
        private final Map<String, List<String>> members = new LinkedHashMap<>();
        private final List<EntityId> memberOf = new ArrayList<>();

        private void set(Map<String, Json> now) {
            data = new TreeMap<>(now);
            if (initial == null) {
                initial = Json.object(data);
            }
        }

        private void merge(Map<String, Json> more) {
            Map<String, Json> all = data == null ? new TreeMap<>() : new TreeMap<>(data);
            all.putAll(more);
            set(all);
        }
    }

    private final Map<EntityId, Thing> things = new HashMap<>();

    void happen(Json event) {
        EntityId entity = EntityId.read(event.member("entity")).orElseThrow();
        Json payload = event.member("payload").orElse(Json.nul());
        String type = event.member("type").flatMap(Json::text).orElseThrow();
        Thing thing = thing(entity);
        thing.version++;
        if (type.equals(entity.type() + ".created")) {
            Json data = payload.member("entityType").isPresent()
                    ? payload.member("data").orElseThrow()
                    : payload;
            thing.initial = null;
            thing.deleted = false;
            thing.set(data.members());
        } else if (type.equals(entity.type() + ".updated")) {
            update(thing, payload);
        } else if (type.equals(entity.type() + ".deleted") || type.equals("delete-entity")) {
            thing.deleted = true;
        } else if (type.equals("entity.linked") || type.equals("entity.unlinked")) {
            link(entity, type.equals("entity.linked"), payload);
        } else if (type.matches("(create|update)-(individual|group)")) {
            if (type.startsWith("create")) {
                thing.deleted = false;
            }
            Map<String, Json> data = new TreeMap<>(payload.members());
            if (type.endsWith("group")) {
                data.remove("members");
            }
            thing.merge(data);
            if (type.endsWith("group")) {
                join(entity, payload);
            }
        } else if (type.equals("add-member")) {
            join(entity, payload);
        } else if (type.equals("remove-member")) {
            remove(entity, payload.member("memberId").flatMap(Json::text).orElseThrow());
        } else if (type.equals("resolve-duplicate")
                && payload.member("shouldDelete").orElseThrow().equals(Json.of(true))) {
            for (Json each : payload.member("duplicates").orElseThrow().items()) {
                String guid = each.member("duplicateGuid").flatMap(Json::text).orElseThrow();
                thing(new EntityId("individual", guid)).deleted = true;
                thing(new EntityId("group", guid)).deleted = true;
            }
        }
    }

    private static void update(Thing thing, Json payload) {
        if (payload.member("newData").isEmpty()) {
            if (payload.isObject()) {
                thing.merge(payload.members());
            }
            return;
        }
        Map<String, Json> all = thing.data == null ? new TreeMap<>() : new TreeMap<>(thing.data);
        payload.member("previousData").orElseThrow().members().keySet().forEach(all::remove);
        Map<String, Json> changed = payload.member("newData").get().members();
        Map<String, Json> before = thing.data == null ? Map.of() : thing.data;
        before.forEach((name, value) -> {
            if (changed.containsKey(name)) {
                all.put(name, value);
            }
        });
        all.putAll(changed);
        thing.set(all);
    }

    private void link(EntityId source, boolean links, Json payload) {
        String type = payload.member("type").flatMap(Json::text).orElseThrow();
        EntityId target = EntityId.read(payload.member("target")).orElseThrow();
        relate(source, new Relation(type, target, true), links);
        if (!source.equals(target)) {
            relate(target, new Relation(type, source, false), links);
        }
    }

    private void relate(EntityId at, Relation relation, boolean links) {
        String text = Json.object(relation.members()).toString();
        List<String> relations = thing(at).relations;
        if (!links) {
            relations.remove(text);
        } else if (!relations.contains(text)) {
            relations.add(text);
        }
    }

    private void join(EntityId group, Json data) {
        for (Json each : data.member("members").map(Json::items).orElse(List.of())) {
            String guid = each.member("guid").flatMap(Json::text).orElseThrow();
            var member = new EntityId(each.member("type").flatMap(Json::text).orElseThrow(), guid);
            Map<String, Json> own = new TreeMap<>(each.members());
            own.remove("members");
            Thing thing = thing(member);
            thing.merge(own);
            if (!thing.memberOf.contains(group)) {
                thing.memberOf.add(group);
            }
            List<String> within = thing(group).members.computeIfAbsent(guid, id -> new ArrayList<>());
            for (Json inner : each.member("members").map(Json::items).orElse(List.of())) {
                within.add(inner.member("guid").flatMap(Json::text).orElseThrow());
            }
            join(member, each);
        }
    }

    private void remove(EntityId group, String guid) {
        List<String> within = thing(group).members.remove(guid);
        if (within != null) {
            thing(group).members.keySet().removeAll(within);
        }
        for (String type : List.of("individual", "group")) {
            var member = new EntityId(type, guid);
            if (!member.equals(group)) {
                thing(member).memberOf.remove(group);
            }
        }
    }

    private Thing thing(EntityId entity) {
        return things.computeIfAbsent(entity, id -> new Thing());
    }

    /** What can be compared of an entity. */
    Json told(EntityId entity) {
        Thing thing = thing(entity);
        Map<String, Object> told = new TreeMap<>();
        told.put("state", thing.data == null ? Json.nul() : Json.object(thing.data));
        told.put("initial", thing.initial);
        told.put("deleted", thing.deleted);
        told.put("version", thing.version);
        told.put(
                "relations",
                thing.relations.stream()
                        .map(each -> Json.parse(each.getBytes(StandardCharsets.UTF_8)))
                        .toList());
        told.put("memberIds", List.copyOf(thing.members.keySet()));
        told.put("memberOf", thing.memberOf.stream().map(EntityId::members).toList());
        return Json.object(told);
    }

    /** The same of a state that was folded. */
    static Json told(State state) {
        Map<String, Object> told = new TreeMap<>(state.compared().members());
        told.put("initial", state.content().initial().orElse(null));
        told.put("version", state.version());
        return Json.object(told);
    }
}
