package io.trove.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Java values to the same trees that parsing gives. */
final class JsonBuilding {
    private JsonBuilding() {}

    static JsonNode object(Map<?, ?> members) {
        boolean sorted = members instanceof SortedMap<?, ?> map && map.comparator() == null;
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        (sorted ? members : new TreeMap<>(members)).forEach((name, value) -> {
            if (!(value instanceof Optional<?> optional && optional.isEmpty())) {
                object.set(text((String) name).stringValue(), node(value));
            }
        });
        return object;
    }

    /** What is there already keeps its place, so that only what is new has to be brought to its own. */
    static JsonNode merged(JsonNode one, JsonNode other) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(own -> merged.set(own.getKey(), own.getValue()));
        boolean sorted = true;
        for (Map.Entry<String, JsonNode> change : other.properties()) {
            sorted = merged.replace(change.getKey(), change.getValue()) != null && sorted;
        }
        return sorted ? merged : StrictParser.sorted(merged);
    }

    static JsonNode with(JsonNode one, String name, JsonNode value) {
        ObjectNode other = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(own -> other.set(own.getKey(), own.getValue()));
        return other.replace(text(name).stringValue(), value) != null ? other : StrictParser.sorted(other);
    }

    static JsonNode without(JsonNode one, String name) {
        ObjectNode left = JsonNodeFactory.instance.objectNode();
        one.properties().forEach(own -> {
            if (!own.getKey().equals(name)) {
                left.set(own.getKey(), own.getValue());
            }
        });
        return left;
    }

    static JsonNode array(List<?> items) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(node(item)));
        return array;
    }

    static JsonNode text(String text) {
        if (StrictParser.hasUnpairedSurrogate(text)) {
            throw new IllegalArgumentException("a text with half a surrogate pair, which UTF-8 cannot carry");
        }
        return StringNode.valueOf(text);
    }

    static JsonNode number(long number) {
        return StrictParser.node(EcmaNumber.read(Long.toString(number)));
    }

    static JsonNode number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException("JSON has no number " + number);
        }
        return StrictParser.node(EcmaNumber.shortest(number));
    }

    private static JsonNode node(Object value) {
        if (value == null) {
            return NullNode.getInstance();
        }
        if (value instanceof Json json) {
            return json.tree();
        }
        if (value instanceof CharSequence text) {
            return text(text.toString());
        }
        if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        }
        if (value instanceof Number number) {
            return number(number);
        }
        if (value instanceof Map<?, ?> members) {
            return object(members);
        }
        if (value instanceof List<?> items) {
            return array(items);
        }
        if (value instanceof Optional<?> optional) {
            return node(optional.orElse(null));
        }
        throw new IllegalArgumentException(
                "no JSON is made of a " + value.getClass().getName());
    }

    private static JsonNode number(Number number) {
        if (number instanceof Double || number instanceof Float) {
            return number(number.doubleValue());
        }
        if (number instanceof BigDecimal decimal) {
            return StrictParser.node(EcmaNumber.read(decimal.toString()));
        }
        return number(number.longValue());
    }
}
