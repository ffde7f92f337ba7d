package io.trove.entities;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An event as it is sent, and when that says that it was created. */
record Happening(Json event, String createdAt) {

    private static final int DAYS = 20;

    static Happening of(EntityId entity, String type, Map<String, ?> payload) {
        return new Happening(Json.object(Map.of("type", type, "entity", entity.members(), "payload", payload)), day(1));
    }

    /** Created on any days, which do not follow their order. */
    static List<Happening> any(long seed, int count) {
        var random = new Random(seed);
        return new AnyHappenings(seed)
                .events(count).stream()
                        .map(text -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                        .map(event -> new Happening(event, day(1 + random.nextInt(DAYS))))
                        .toList();
    }

    private static String day(int day) {
        return "2024-01-%02dT00:00:00.000000Z".formatted(day);
    }

    boolean isOf(EntityId entity) {
        return EntityId.read(event.member("entity")).filter(entity::equals).isPresent();
    }

    String sent() {
        Map<String, Object> members = new TreeMap<>(event.members());
        members.put("createdAt", createdAt);
        return Json.object(members).toString();
    }
}
