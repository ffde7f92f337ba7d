package io.trove.jsonschema;

import com.networknt.schema.Error;
import java.io.FileNotFoundException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the validator found, in words. */
final class Wording {

    private static final int SHOWN_MAX = 80;

    private Wording() {}

    static Violation violation(Error error) {
        JsonNode got = error.getInstanceNode();
        String keyword = error.getKeyword() == null ? "false" : error.getKeyword();
        return new Violation(
                error.getInstanceLocation().toString(),
                keyword,
                error.getSchemaLocation().toString(),
                got(keyword, error, got),
                wanted(keyword, error));
    }

    private static String got(String keyword, Error error, JsonNode got) {
        return switch (keyword) {
            case "required", "dependentRequired", "dependencies" -> "an object without \"" + error.getProperty() + "\"";
            case "additionalProperties", "unevaluatedProperties" -> "an object with \"" + error.getProperty() + "\"";
            case "minItems", "maxItems" -> "an array of " + got.size();
            case "minProperties", "maxProperties" -> "an object of " + got.size();
            case "minLength", "maxLength" -> {
                String text = got.stringValue();
                yield "a string of " + text.codePointCount(0, text.length());
            }
            case "type" -> got.isNull() ? "null" : kind(got) + " (" + shown(got) + ")";
            default -> shown(got);
        };
    }

    private static String wanted(String keyword, Error error) {
        JsonNode rule = error.getSchemaNode();
        String shown = rule == null ? "" : shown(rule);
        return switch (keyword) {
            case "type" -> rule.isArray() ? "one of the types " + list(rule) : article(rule.stringValue());
            case "enum" -> "one of " + list(rule);
            case "const" -> shown;
            case "required", "dependentRequired", "dependencies" -> "the member \"" + error.getProperty() + "\"";
            case "additionalProperties", "unevaluatedProperties" -> "no member of another name than the schema's";
            case "pattern" -> "a string that matches " + rule.stringValue();
            case "format" -> "a string of the format " + rule.stringValue();
            case "minimum" -> "at least " + shown;
            case "maximum" -> "at most " + shown;
            case "exclusiveMinimum" -> "more than " + shown;
            case "exclusiveMaximum" -> "less than " + shown;
            case "multipleOf" -> "a multiple of " + shown;
            case "minLength" -> "at least " + shown + " characters";
            case "maxLength" -> "at most " + shown + " characters";
            case "minItems", "items", "prefixItems", "additionalItems", "unevaluatedItems" ->
                keyword.equals("minItems") ? "at least " + shown + " items" : "no items beyond the schema's";
            case "maxItems" -> "at most " + shown + " items";
            case "minProperties" -> "at least " + shown + " members";
            case "maxProperties" -> "at most " + shown + " members";
            case "uniqueItems" -> "items of which no two are equal";
            case "contains", "minContains", "maxContains" -> "another number of items that conform to what it contains";
            case "anyOf" -> "what conforms to one of the choices at least";
            case "oneOf" -> "what conforms to one of the choices, and to no other";
            case "not" -> "what does not conform to " + shown;
            case "propertyNames" -> "names of members that conform";
            case "false" -> "nothing";
            default -> reason(error.getMessage());
        };
    }

    static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a string";
            case NUMBER -> "a number";
            case BOOLEAN -> "a boolean";
            default -> "null";
        };
    }

    private static String article(String type) {
        return switch (type) {
            case "null" -> type;
            case "object", "array", "integer" -> "an " + type;
            default -> "a " + type;
        };
    }

    private static String list(JsonNode values) {
        return cut(StreamSupport.stream(values.spliterator(), false)
                .limit(SHOWN_MAX)
                .map(Wording::shown)
                .collect(Collectors.joining(", ")));
    }

    private static String shown(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> "an object of " + node.size();
            case ARRAY -> "an array of " + node.size();
            default -> cut(node.toString());
        };
    }

    private static String cut(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX - 1) + "…";
    }

    /** The first line of what went wrong. */
    static String reason(Throwable failure) {
        return failure.getCause() instanceof FileNotFoundException absent
                ? "it refers to " + absent.getMessage() + ", which is not there; register it first, nothing is fetched"
                : reason(String.valueOf(said(failure).getMessage()));
    }

    /** What Trove itself said, and not how the library wraps it. */
    private static Throwable said(Throwable failure) {
        return failure.getCause() instanceof IllegalArgumentException own ? own : failure;
    }

    private static String reason(String message) {
        return message.lines().findFirst().orElse("no reason given");
    }
}
