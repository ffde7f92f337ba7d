package io.trove.event;

import io.trove.event.Invalid.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong with an event; each check gives something usable, so that the next one can follow. */
final class Shape {
    private static final int VIOLATIONS_MAX = 20;
    private static final int SHOWN_MAX = 60;

    private final List<Violation> violations = new ArrayList<>();

    void refuse(String pointer, String got, String wanted) {
        if (violations.size() < VIOLATIONS_MAX) {
            violations.add(new Violation(pointer, got, wanted));
        }
    }

    void refuse(String pointer, JsonNode got, String wanted) {
        refuse(pointer, shown(got), wanted);
    }

    /** Throws what was collected, if anything. */
    void require() {
        if (!violations.isEmpty()) {
            throw new Invalid(violations);
        }
    }

    /** A name of 1 to so many bytes. */
    String identifier(String pointer, JsonNode node, int bytesMax) {
        if (!node.isString()) {
            refuse(pointer, node, "a text of 1 to " + bytesMax + " bytes");
            return "";
        }
        String text = node.stringValue();
        if (text.isEmpty()) {
            refuse(pointer, "an empty text", "a text of 1 to " + bytesMax + " bytes");
        } else if (utf8Length(text) > bytesMax) {
            refuse(pointer, utf8Length(text) + " bytes", "at most " + bytesMax + " bytes of UTF-8");
        } else if (Identifier.hasControl(text)) {
            refuse(pointer, "a control character", "a text without control characters");
        } else if (Identifier.endsWithSpace(text)) {
            refuse(pointer, "a text that ends with a space", "it without that");
        }
        return text;
    }

    Optional<String> optionalIdentifier(String pointer, JsonNode node, int bytesMax) {
        return node.isMissingNode() ? Optional.empty() : Optional.of(identifier(pointer, node, bytesMax));
    }

    void optionalText(String pointer, JsonNode node) {
        if (!node.isMissingNode() && !node.isString()) {
            refuse(pointer, node, "a text");
        }
    }

    OptionalInt optionalVersion(String pointer, JsonNode node) {
        return node.isMissingNode()
                ? OptionalInt.empty()
                : OptionalInt.of((int) whole(pointer, node, 1, Integer.MAX_VALUE));
    }

    long whole(String pointer, JsonNode node, long min, long max) {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < min || node.longValue() > max) {
            refuse(pointer, node, "a whole number from " + min + (max == Long.MAX_VALUE ? "" : " to " + max));
            return min;
        }
        return node.longValue();
    }

    /** True when there is an object, present and of the right kind. */
    boolean object(String pointer, JsonNode node) {
        if (node.isMissingNode()) {
            return false;
        }
        if (!node.isObject()) {
            refuse(pointer, node, "an object");
        }
        return node.isObject();
    }

    /** As {@link #object}, with no other members than these, because they are public for good. */
    boolean object(String pointer, JsonNode node, Set<String> names) {
        if (!object(pointer, node)) {
            return false;
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!names.contains(member.getKey())) {
                refuse(
                        pointer + "/" + escaped(member.getKey()),
                        member.getValue(),
                        "only " + String.join(", ", names.stream().sorted().toList())
                                + " here; anything else belongs in the payload or the metadata");
            }
        }
        return true;
    }

    /** True when there is an array of at most so many items. */
    boolean array(String pointer, JsonNode node, int itemsMax) {
        if (node.isMissingNode()) {
            return false;
        }
        if (!node.isArray()) {
            refuse(pointer, node, "an array");
            return false;
        }
        if (node.size() > itemsMax) {
            refuse(pointer, node.size() + " items", "at most " + itemsMax);
            return false;
        }
        return true;
    }

    /** A name as it stands in a JSON Pointer. */
    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    static int utf8Length(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) >= 0x80) {
                return text.getBytes(StandardCharsets.UTF_8).length;
            }
        }
        return length;
    }

    private static String shown(JsonNode node) {
        if (node.isMissingNode()) {
            return "nothing";
        }
        if (node.isContainer()) {
            return node.isObject() ? "an object" : "an array";
        }
        String text = new Json(node).toString();
        return text.length() <= SHOWN_MAX ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX / 2)) + "…";
    }
}
