package io.trove.containment;

import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random small schemas, changes of them, and documents such as they speak of; the same ones for the same seed. */
final class AnySchema {
    private static final List<String> NAMES = List.of("a", "b", "c", "x-y");
    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "object", "array");
    private static final List<String> PATTERNS = List.of("^a", "b$", "^[a-c]+$", "x", "^$", "^.{2,3}$");
    private static final List<Object> VALUES =
            List.of("a", "b", "ab", "", 0, 1, 2, 3, 5, 0.5, 2.5, true, false, List.of(), List.of(1), Map.of("a", 1));

    private static final List<String> SCHEMAS =
            List.of("additionalProperties", "items", "contains", "not", "if", "then", "else");

    private final Random random;

    AnySchema(long seed) {
        random = new Random(seed);
    }

    Json schema() {
        return json(random.nextInt(4) == 0 ? closing() : schema(3));
    }

    /** One that asks of the others what they looked at. */
    private Object closing() {
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 2 + random.nextInt(2); i > 0; i--) {
            keyword(schema, 2, 14 + random.nextInt(14));
        }
        keyword(schema, 1, random.nextBoolean() ? 28 : 29);
        return schema;
    }

    /** The same schema with one place in it changed, or several. */
    Json changed(Json schema) {
        if (!schema.isObject() || schema.members().isEmpty() || random.nextInt(6) == 0) {
            return json(schema(2));
        }
        Map<String, Object> members = new LinkedHashMap<>(schema.members());
        String keyword = one(new ArrayList<>(members.keySet()));
        switch (random.nextInt(3)) {
            case 0 -> members.remove(keyword);
            case 1 -> members.putAll(json(schema(1)).members());
            default ->
                members.put(keyword, inner(keyword, schema.member(keyword).orElseThrow()));
        }
        return Json.object(members);
    }

    private Object inner(String keyword, Json value) {
        if (keyword.equals("properties") || keyword.equals("patternProperties")) {
            Map<String, Object> members = new LinkedHashMap<>();
            value.members()
                    .forEach((name, schema) -> members.put(name, random.nextBoolean() ? changed(schema) : schema));
            return members;
        }
        if (value.isNumber() && value.integer().isPresent()) {
            return Math.max(1, value.integer().getAsLong() + random.nextInt(3) - 1);
        }
        boolean schemas = keyword.endsWith("Of") && value.isArray();
        if (schemas) {
            return value.items().stream().map(this::changed).toList();
        }
        return value.isObject() && SCHEMAS.contains(keyword)
                ? changed(value)
                : json(schema(1)).member(keyword).orElse(value);
    }

    Json document(int depth) {
        return json(value(depth));
    }

    private Object value(int depth) {
        int kind = random.nextInt(depth == 0 ? 6 : 9);
        if (kind < 6) {
            return one(VALUES);
        }
        if (kind == 6) {
            List<Object> items = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                items.add(value(depth - 1));
            }
            return items;
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            members.put(one(NAMES), value(depth - 1));
        }
        return members;
    }

    private Object schema(int depth) {
        if (random.nextInt(12) == 0) {
            return random.nextInt(3) > 0;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            keyword(schema, depth);
        }
        return schema;
    }

    private void keyword(Map<String, Object> schema, int depth) {
        keyword(schema, depth, random.nextInt(depth == 0 ? 14 : 30));
    }

    private void keyword(Map<String, Object> schema, int depth, int which) {
        switch (which) {
            case 0, 1, 2 -> schema.put("type", random.nextBoolean() ? one(TYPES) : List.of("string", "object"));
            case 3 -> schema.put("enum", List.of(one(VALUES), "c", 7));
            case 4 -> schema.put("const", one(VALUES));
            case 5 -> schema.put("minimum", random.nextInt(4));
            case 6 -> schema.put("exclusiveMaximum", random.nextInt(5));
            case 7 -> schema.put("multipleOf", one(List.of(1, 2, 0.5, 3)));
            case 8 -> schema.put("minLength", 1 + random.nextInt(3));
            case 9 -> schema.put("maxLength", random.nextInt(3));
            case 10 -> schema.put("pattern", one(PATTERNS));
            case 11 -> schema.put("required", List.of(one(NAMES)));
            case 12 ->
                schema.put(one(List.of("minItems", "maxItems", "minProperties", "maxProperties")), random.nextInt(3));
            case 13 -> schema.put("dependentRequired", Map.of("a", List.of(one(NAMES))));
            case 14, 15, 16 -> schema.put("properties", properties(depth));
            case 17 -> schema.put("additionalProperties", schema(depth - 1));
            case 18 -> schema.put("patternProperties", Map.of(one(PATTERNS), schema(depth - 1)));
            case 19 -> schema.put("propertyNames", Map.of("pattern", one(PATTERNS)));
            case 20 -> schema.put("items", schema(depth - 1));
            case 21 -> schema.put("prefixItems", List.of(schema(depth - 1), schema(0)));
            case 22 -> {
                schema.put("contains", schema(depth - 1));
                schema.put(one(List.of("minContains", "maxContains")), random.nextInt(3));
            }
            case 23 -> schema.put("uniqueItems", true);
            case 24 ->
                schema.put(one(List.of("anyOf", "oneOf", "allOf")), List.of(schema(depth - 1), schema(depth - 1)));
            case 25 -> schema.put("not", schema(depth - 1));
            case 26 -> {
                schema.put("if", schema(depth - 1));
                schema.put(one(List.of("then", "else")), schema(depth - 1));
            }
            case 27 -> schema.put("dependentSchemas", Map.of(one(NAMES), schema(depth - 1)));
            case 28 -> schema.put(one(List.of("unevaluatedProperties", "unevaluatedItems")), schema(depth - 1));
            default -> schema.put(one(List.of("unevaluatedProperties", "unevaluatedItems")), random.nextBoolean());
        }
    }

    private Map<String, Object> properties(int depth) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(one(NAMES), schema(depth - 1));
        properties.put(one(NAMES), schema(depth - 1));
        return properties;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static Json json(Object value) {
        return Json.array(List.of(value)).items().get(0);
    }
}
