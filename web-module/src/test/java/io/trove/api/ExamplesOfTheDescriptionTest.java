package io.trove.api;

import static io.trove.api.OpenApi.map;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.trove.event.Json;
import io.trove.jsonschema.JsonSchema;
import io.trove.jsonschema.References;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.events.AliasEvent;

/** Who reads the description takes its examples for what there is. */
class ExamplesOfTheDescriptionTest {

    /** Shows on purpose what is refused. */
    private static final Set<String> WITH_FAULTS =
            Set.of("post /api/{organization}/{environment}/events/import request");

    private static final OpenApi API = OpenApi.read();

    private record Described(String where, String type, Map<String, Object> content) {}

    @Test
    void every_example_of_json_conforms_to_its_schema() {
        assertAll(contents()
                .filter(each -> each.type().contains("json") && each.content().containsKey("example"))
                .filter(each -> !WITH_FAULTS.contains(each.where()))
                .map(ExamplesOfTheDescriptionTest::conforms));
    }

    /** The web server reads an alias as a text, the anchor's name. */
    @Test
    void nothing_is_said_by_an_alias() throws IOException {
        try (var text = OpenApi.text()) {
            var aliases = StreamSupport.stream(new Yaml().parse(text).spliterator(), false)
                    .filter(AliasEvent.class::isInstance)
                    .map(event -> event.getStartMark().toString())
                    .toList();
            assertEquals(List.of(), aliases);
        }
    }

    /** So ends a text with a comma that stands between braces without quotes. */
    @Test
    void nothing_has_a_name_and_no_value() {
        assertFalse(hasNull(API.document()));
    }

    private static boolean hasNull(Object value) {
        if (value instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(ExamplesOfTheDescriptionTest::hasNull);
        }
        return value == null
                || (value instanceof List<?> items && items.stream().anyMatch(ExamplesOfTheDescriptionTest::hasNull));
    }

    private static Executable conforms(Described described) {
        return () -> {
            var schema = JsonSchema.of(schema(described.content().get("schema")), References.none());
            for (var example : examples(described)) {
                assertEquals(
                        List.of(),
                        schema.violations(example),
                        described.where() + " as " + described.type() + ": " + example);
            }
        };
    }

    private static Stream<Described> contents() {
        return API.operations().flatMap(name -> {
            var operation = API.operation(name);
            var sent = contents(name + " request", operation.get("requestBody"));
            var answered = map(operation.get("responses")).entrySet().stream()
                    .flatMap(response -> contents(name + " " + response.getKey(), response.getValue()));
            return Stream.concat(sent, answered);
        });
    }

    private static Stream<Described> contents(String where, Object body) {
        return map(API.resolved(body).get("content")).entrySet().stream()
                .map(content -> new Described(where, content.getKey(), map(content.getValue())));
    }

    /** Of lines, each. */
    private static List<Json> examples(Described described) {
        return described.content().get("example") instanceof String lines
                ? lines.lines().map(ExamplesOfTheDescriptionTest::json).toList()
                : List.of(Json.object(Map.of("example", described.content().get("example")))
                        .member("example")
                        .orElseThrow());
    }

    /** With all components as definitions of its own. */
    private static Json schema(Object schema) {
        var whole = new LinkedHashMap<String, Object>();
        whole.put("allOf", List.of(schema));
        whole.put("$defs", map(map(API.document().get("components")).get("schemas")));
        return json(Json.object(whole).toString().replace("#/components/schemas/", "#/$defs/"));
    }

    private static Json json(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
