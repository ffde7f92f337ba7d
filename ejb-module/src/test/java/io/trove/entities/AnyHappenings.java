package io.trove.entities;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Random things that happen to a few entities, which meet often: of every type that is folded, and of some that are not. */
final class AnyHappenings {

    private static final List<EntityId> ENTITIES = List.of(
            new EntityId("individual", "i1"),
            new EntityId("individual", "i2"),
            new EntityId("group", "g1"),
            new EntityId("group", "g2"),
            new EntityId("order", "o1"));

    private final Random random;

    AnyHappenings(long seed) {
        this.random = new Random(seed);
    }

    static List<EntityId> entities() {
        return ENTITIES;
    }

    List<String> events(int count) {
        return IntStream.range(0, count).mapToObj(i -> event()).toList();
    }

    private String event() {
        EntityId entity = any(ENTITIES);
        String own = entity.type().equals("order") ? "o" : "p";
        return switch (random.nextInt(own.equals("o") ? 6 : 14)) {
            case 0 -> event(entity, entity.type() + ".created", Map.of("entityType", entity.type(), "data", data()));
            case 1 -> event(entity, entity.type() + ".created", data());
            case 2 -> event(entity, entity.type() + ".updated", random.nextBoolean() ? data() : "nothing");
            case 3 -> event(entity, entity.type() + ".updated", Map.of("previousData", data(), "newData", data()));
            case 4 -> event(entity, random.nextInt(3) == 0 ? entity.type() + ".deleted" : "order.seen", data());
            case 5 ->
                event(
                        entity,
                        random.nextInt(3) == 0 ? "entity.unlinked" : "entity.linked",
                        Map.of(
                                "type",
                                any(List.of("owns", "knows")),
                                "target",
                                any(ENTITIES).members()));
            case 6, 7 -> event(entity, any(List.of("create-", "update-")) + entity.type(), members(1));
            case 8 -> event(entity, "update-individual", data());
            case 9, 10 -> event(entity, "add-member", members(1));
            case 11 ->
                event(entity, "remove-member", Map.of("memberId", any(ENTITIES).id()));
            case 12 -> event(entity, "delete-entity", Map.of());
            default ->
                event(
                        entity,
                        "resolve-duplicate",
                        Map.of(
                                "duplicates",
                                        List.of(Map.of(
                                                "entityGuid",
                                                "i1",
                                                "duplicateGuid",
                                                any(ENTITIES).id())),
                                "shouldDelete", random.nextBoolean()));
        };
    }

    private Map<String, Object> members(int depth) {
        var members = new ArrayList<Map<String, Object>>();
        for (int i = random.nextInt(3); i > 0; i--) {
            EntityId member = any(ENTITIES.subList(0, 4));
            Map<String, Object> each = depth > 0 && member.type().equals("group") ? members(depth - 1) : data();
            each.put("guid", member.id());
            each.put("type", member.type());
            members.add(each);
        }
        Map<String, Object> data = data();
        if (random.nextInt(4) > 0) {
            data.put("members", members);
        }
        return data;
    }

    private Map<String, Object> data() {
        var data = new LinkedHashMap<String, Object>();
        for (String name : List.of("name", "age", "town")) {
            if (random.nextBoolean()) {
                data.put(name, random.nextInt(4));
            }
        }
        return data;
    }

    private static String event(EntityId entity, String type, Object payload) {
        return Json.object(Map.of("type", type, "entity", entity.members(), "payload", payload))
                .toString();
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
