package io.trove.jsonschema;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BigIntegerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The same value with whole numbers as whole numbers: networknt 3.0.9 fails on those that it meets as decimals over 64 bits. */
final class WholeNumbers {

    private WholeNumbers() {}

    static JsonNode in(JsonNode value) {
        if (value.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                copy.set(member.getKey(), in(member.getValue()));
            }
            return copy;
        }
        if (value.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            value.forEach(item -> copy.add(in(item)));
            return copy;
        }
        boolean whole = value.isBigDecimal() && value.decimalValue().scale() <= 0;
        return whole ? BigIntegerNode.valueOf(value.decimalValue().toBigIntegerExact()) : value;
    }
}
