package io.trove.query;

import io.trove.event.Json;
import io.trove.event.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a filter of bare values means, as plainly as it can be said. */
final class NaiveFilter {

    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("type", "/type"),
            Map.entry("entityType", "/entity/type"),
            Map.entry("entityId", "/entity/id"),
            Map.entry("actorType", "/actor/type"),
            Map.entry("actorId", "/actor/id"),
            Map.entry("producer", "/producer"),
            Map.entry("schema", "/schema/id"),
            Map.entry("schemaVersion", "/schema/version"),
            Map.entry("module", "/module"),
            Map.entry("userId", "/userId"),
            Map.entry("traceId", "/trace/traceId"),
            Map.entry("correlationId", "/context/correlationId"),
            Map.entry("causeId", "/cause/commandId"));

    private NaiveFilter() {}

    static boolean matches(Map<String, List<String>> parameters, long position, Json document) {
        return parameters.entrySet().stream()
                .allMatch(each ->
                        each.getValue().stream().anyMatch(value -> matches(each.getKey(), value, position, document)));
    }

    private static boolean matches(String name, String value, long position, Json event) {
        if (PLACES.containsKey(name)) {
            return event.at(PLACES.get(name))
                    .flatMap(Json::text)
                    .filter(text -> text.equals(value)
                            || (name.equals("type")
                                    && value.endsWith(".*")
                                    && text.startsWith(value.substring(0, value.length() - 1))))
                    .isPresent();
        }
        String inner = name.substring(name.indexOf('.') + 1);
        return switch (name.contains(".") ? name.substring(0, name.indexOf('.')) : name) {
            case "since" -> created(event) >= micros(value);
            case "until" -> created(event) < micros(value);
            case "after" -> position > Long.parseLong(value);
            case "before" -> position < Long.parseLong(value);
            case "index" -> keys(event, inner).anyMatch(key -> text(key).equals(value));
            case "links" -> targets(event, inner).anyMatch(value::equals);
            case "payload" ->
                flat(property(event.member("payload"), inner))
                        .anyMatch(each -> !each.isNull() && text(each).equals(value));
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static long created(Json event) {
        return Times.micros(event.at("/createdAt").flatMap(Json::text).orElseThrow());
    }

    private static long micros(String value) {
        return value.contains("T") ? Times.micros(value) : Long.parseLong(value) * 1_000;
    }

    static Stream<Json> keys(Json event, String name) {
        Optional<Json> indexBy = event.member("indexBy");
        if (indexBy.filter(Json::isArray).isPresent()) {
            return indexBy.get().items().stream()
                    .filter(property -> property.text().orElseThrow().equals(name))
                    .flatMap(property -> flat(property(event.member("payload"), name)));
        }
        return flat(indexBy.flatMap(keys -> keys.member(name)));
    }

    private static Stream<String> targets(Json event, String type) {
        return flat(event.member("links"))
                .filter(link ->
                        link.at("/type").flatMap(Json::text).orElseThrow().equals(type))
                .map(link -> link.at("/targetEvent/id").flatMap(Json::text).orElseThrow());
    }

    private static Optional<Json> property(Optional<Json> payload, String path) {
        return payload.flatMap(value -> value.member(path))
                .or(() -> payload.flatMap(value -> value.at("/" + path.replace('.', '/'))))
                .filter(value -> !value.isObject());
    }

    static Stream<Json> flat(Optional<Json> value) {
        return value.stream().flatMap(one -> one.isArray() ? one.items().stream() : Stream.of(one));
    }

    static String text(Json scalar) {
        return scalar.text().orElseGet(scalar::toString);
    }
}
