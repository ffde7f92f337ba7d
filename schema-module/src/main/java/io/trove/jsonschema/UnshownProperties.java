package io.trove.jsonschema;

import io.trove.event.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the properties that no example has. */
final class UnshownProperties {
    private final Advice advice;

    UnshownProperties(Advice advice) {
        this.advice = advice;
    }

    void look(Json schema, String pointer, List<Json> examples) {
        Map<String, Json> properties =
                schema.member("properties").orElse(Json.nul()).members();
        for (Map.Entry<String, Json> property : properties.entrySet()) {
            String at = pointer + "/properties/" + escaped(property.getKey());
            List<Json> shown = examples.stream()
                    .map(example -> example.member(property.getKey()))
                    .flatMap(Optional::stream)
                    .toList();
            boolean forbidden = property.getValue().equals(Json.of(false));
            if (shown.isEmpty() && !forbidden) {
                advice.give(
                        "unshown-property",
                        at,
                        "no example has the property " + property.getKey()
                                + "; show it in one, so that readers and lifts meet it");
            } else {
                look(property.getValue(), at, shown);
            }
        }
        schema.member("items").filter(Json::isObject).ifPresent(items -> {
            List<Json> shown = examples.stream()
                    .flatMap(example -> example.items().stream())
                    .toList();
            if (!shown.isEmpty()) {
                look(items, pointer + "/items", shown);
            }
        });
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
