package io.trove.console;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the forms of a person's page say the person is from now on. */
record PersonForm(Function<String, List<String>> fields) {

    /** Whether the role is ticked there. */
    boolean has(String role, String environment) {
        return fields.apply("grant." + role).contains(environment);
    }

    boolean disabled() {
        return !one("disabled").isEmpty();
    }

    String one(String field) {
        return fields.apply(field).stream().findFirst().orElse("");
    }

    void grant(Map<String, Object> members, List<String> roles) {
        members.put(
                "roles", roles.stream().flatMap(role -> ticked(role).stream()).toList());
        members.put("disabled", disabled());
    }

    private Optional<Map<String, Object>> ticked(String role) {
        var environments = fields.apply("grant." + role);
        if (environments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                environments.contains("*")
                        ? Map.of("role", role)
                        : Map.of("role", role, "environments", List.copyOf(environments)));
    }

    void compare(Map<String, Object> members) {
        put(members, "attributes", attributes());
        put(members, "entity", entity());
    }

    private Optional<Json> attributes() {
        return Optional.of(one("attributes").strip())
                .filter(text -> !text.isEmpty())
                .map(text -> Json.parse(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Optional<Json> entity() {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("type", one("entity-type").strip());
        entity.put("id", one("entity-id").strip());
        return entity.values().stream().allMatch(""::equals) ? Optional.empty() : Optional.of(Json.object(entity));
    }

    private static void put(Map<String, Object> members, String name, Optional<Json> value) {
        value.ifPresentOrElse(given -> members.put(name, given), () -> members.remove(name));
    }

    /** In words what was ticked. */
    String ticks(List<String> roles) {
        var ticks = Stream.concat(
                        roles.stream()
                                .filter(role -> !fields.apply("grant." + role).isEmpty())
                                .map(role ->
                                        role + (has(role, "*") ? " everywhere" : " in " + listed("grant." + role))),
                        Stream.of("disabled").filter(any -> disabled()))
                .collect(Collectors.joining("; "));
        return "You had ticked: " + (ticks.isEmpty() ? "nothing" : ticks) + ".";
    }

    private String listed(String field) {
        return String.join(", ", fields.apply(field));
    }

    /** In words what was typed. */
    String words() {
        var words = Stream.of(one("attributes"), one("entity-type"), one("entity-id"))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return "You had typed: " + (words.isEmpty() ? "nothing" : words) + ".";
    }
}
