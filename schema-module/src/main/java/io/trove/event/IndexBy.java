package io.trove.event;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The index keys of an event: from names and values, or from names of the payload's properties. */
final class IndexBy {
    private static final String POINTER = "/indexBy";
    private static final String SCALAR = "a text, a number, a boolean or an array of these";

    private final Shape shape;
    private final JsonNode payload;
    private final Set<IndexKey> keys = new LinkedHashSet<>();

    private IndexBy(Shape shape, JsonNode payload) {
        this.shape = shape;
        this.payload = payload;
    }

    static List<IndexKey> keys(Shape shape, JsonNode indexBy, JsonNode payload, int keysMax) {
        IndexBy reading = new IndexBy(shape, payload);
        if (indexBy.isObject()) {
            indexBy.properties().forEach(member -> reading.given(member.getKey(), member.getValue()));
        } else if (indexBy.isArray()) {
            reading.named(indexBy);
        } else if (!indexBy.isMissingNode()) {
            shape.refuse(POINTER, indexBy, "an object of names and values, or an array of payload property names");
        }
        if (reading.keys.size() > keysMax) {
            shape.refuse(POINTER, reading.keys.size() + " index keys", "at most " + keysMax);
        }
        return List.copyOf(reading.keys);
    }

    /** The values under one name, of what was taken as index keys. */
    static List<Json> values(JsonNode indexBy, Supplier<JsonNode> payload, String name) {
        JsonNode value = indexBy.isObject() ? indexBy.path(name) : MissingNode.getInstance();
        for (int i = 0; indexBy.isArray() && value.isMissingNode() && i < indexBy.size(); i++) {
            if (indexBy.get(i).stringValue("").equals(name)) {
                value = new IndexBy(new Shape(), payload.get()).property(name);
            }
        }
        if (value.isArray()) {
            return value.valueStream().filter(IndexBy::isKey).map(Json::new).toList();
        }
        return isKey(value) ? List.of(new Json(value)) : List.of();
    }

    /** What an event says of its index keys, and those properties of its payload that can be one. */
    static JsonNode with(JsonNode indexBy, JsonNode payload, List<String> properties) {
        IndexBy reading = new IndexBy(new Shape(), payload);
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        for (String name : properties) {
            JsonNode value = reading.property(name);
            if (isKey(value)
                    || (value.isArray()
                            && !value.isEmpty()
                            && value.valueStream().allMatch(IndexBy::isKey))) {
                names.add(name);
                values.set(name, value);
            }
        }
        if (!indexBy.isObject()) {
            Set<JsonNode> all = new LinkedHashSet<>();
            indexBy.forEach(all::add);
            names.forEach(all::add);
            return JsonNodeFactory.instance.arrayNode().addAll(all);
        }
        Map<String, JsonNode> sorted = new TreeMap<>();
        values.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        indexBy.properties().forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return JsonNodeFactory.instance.objectNode().setAll(sorted);
    }

    private static boolean isKey(JsonNode value) {
        return value.isString() || value.isNumber() || value.isBoolean();
    }

    private void given(String name, JsonNode value) {
        String pointer = POINTER + "/" + Shape.escaped(name);
        shape.identifier(pointer, StringNode.valueOf(name), Bounds.INDEX_NAME_BYTES_MAX);
        add(pointer, name, value);
    }

    private void named(JsonNode names) {
        for (int i = 0; i < names.size(); i++) {
            String pointer = POINTER + "/" + i;
            String name = shape.identifier(pointer, names.get(i), Bounds.INDEX_NAME_BYTES_MAX);
            JsonNode value = property(name);
            if (value.isMissingNode() && !name.isEmpty()) {
                shape.refuse(
                        pointer, "\"" + name + "\", which the payload does not have", "the name of a payload property");
            } else if (!name.isEmpty()) {
                add(pointer, name, value);
            }
        }
    }

    /** The property of exactly this name, or the one that the name's parts lead to. */
    private JsonNode property(String name) {
        JsonNode exact = payload.path(name);
        if (!exact.isMissingNode()) {
            return exact;
        }
        JsonNode at = payload;
        for (String part : name.split("\\.", -1)) {
            at = at.path(part);
        }
        return at;
    }

    private void add(String pointer, String name, JsonNode value) {
        if (!value.isArray()) {
            addScalar(pointer, name, value);
            return;
        }
        value.forEach(element -> addScalar(pointer, name, element));
    }

    private void addScalar(String pointer, String name, JsonNode value) {
        if (isKey(value)) {
            keys.add(new IndexKey(name, new Json(value)));
        } else {
            shape.refuse(pointer, value, SCALAR);
        }
    }
}
