package io.trove.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Names the entity that a cross-type event happened to: one that another type of entity produced ({@code cause.entity.type})
 * and that says no {@code entity.id}. For a target type {@code vehicle} it is in the payload, under the first that is there
 * of {@code vehicle.id}, {@code vehicles[].id}, {@code vehicleId} and {@code vehicleIds}, or in the fields of what produced it.
 */
public final class Targets {
    private Targets() {}

    /** The event, or one for each target when each is asked for; {@link Invalid} when it names none, or several unasked. */
    public static List<Json> named(Json event, boolean each) {
        return named(event, each, Optional::empty);
    }

    /** The same; where the payload names none, the fields of the entity that produced the event are looked at. */
    public static List<Json> named(Json event, boolean each, Supplier<Optional<Json>> producer) {
        if (event.member("cause").isEmpty()) {
            return List.of(event);
        }
        Optional<String> type = entityType(event);
        if (type.isEmpty() || !isCrossType(event, type.get())) {
            return List.of(event);
        }
        Found found = in(event.member("payload"), "/payload", type.get())
                .or(() -> in(producer.get(), "", type.get()))
                .orElseThrow(() -> untold(type.get()));
        if (found.ids().size() > 1 && !each) {
            throw new Invalid(
                    found.pointer(),
                    found.ids().size() + " targets",
                    "one; ask for an event of each with ?each=true, or send entity.id");
        }
        if (found.ids().size() > 1 && event.member("id").isPresent()) {
            throw new Invalid("/id", "an id", "none, because " + found.ids().size() + " events come of this one");
        }
        return found.ids().stream().map(id -> withEntityId(event, id)).toList();
    }

    private record Found(String pointer, Set<String> ids) {}

    private static Optional<String> entityType(Json event) {
        return event.at("/entity/type")
                .flatMap(Json::text)
                .or(() -> event.member("type").flatMap(Json::text).map(Targets::beforeDot));
    }

    private static String beforeDot(String type) {
        return type.contains(".") ? type.substring(0, type.indexOf('.')) : type;
    }

    private static boolean isCrossType(Json event, String type) {
        boolean named = event.at("/entity/id").isPresent();
        Optional<String> producing = event.at("/cause/entity/type").flatMap(Json::text);
        return !named && producing.isPresent() && !producing.get().equals(type);
    }

    private static Optional<Found> in(Optional<Json> fields, String at, String type) {
        String name = at + "/" + Shape.escaped(type);
        Optional<Json> object = fields.flatMap(all -> all.member(type)).flatMap(one -> one.member("id"));
        if (object.isPresent()) {
            return Optional.of(one(name + "/id", object.get()));
        }
        List<Json> objects = items(fields, type + "s");
        if (!objects.isEmpty()) {
            return Optional.of(several(name + "s", "/id", objects));
        }
        Optional<Json> id = fields.flatMap(all -> all.member(type + "Id"));
        if (id.isPresent()) {
            return Optional.of(one(name + "Id", id.get()));
        }
        List<Json> ids = items(fields, type + "Ids");
        return ids.isEmpty() ? Optional.empty() : Optional.of(several(name + "Ids", "", ids));
    }

    private static Invalid untold(String type) {
        return new Invalid(
                "/entity/id",
                "nothing",
                "the id of a %1$s, because another type of entity produced the event; or in the payload %1$s.id, %1$ss[].id, %1$sId or %1$sIds"
                        .formatted(type));
    }

    private static List<Json> items(Optional<Json> fields, String name) {
        return fields.flatMap(all -> all.member(name)).map(Json::items).orElse(List.of());
    }

    private static Found one(String pointer, Json id) {
        return new Found(pointer, Set.of(text(pointer, Optional.of(id))));
    }

    private static Found several(String pointer, String below, List<Json> items) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < items.size(); i++) {
            ids.add(text(pointer + "/" + i + below, items.get(i).at(below)));
        }
        return new Found(pointer, ids);
    }

    private static String text(String pointer, Optional<Json> id) {
        Shape shape = new Shape();
        String text = shape.identifier(pointer, id.orElse(Json.nul()).tree(), Bounds.ENTITY_ID_BYTES_MAX);
        shape.require();
        return text;
    }

    private static Json withEntityId(Json event, String id) {
        Map<String, Object> entity = new TreeMap<>();
        event.member("entity").ifPresent(same -> entity.putAll(same.members()));
        entity.put("id", id);
        Map<String, Object> members = new TreeMap<>(event.members());
        members.put("entity", entity);
        return Json.object(members);
    }
}
