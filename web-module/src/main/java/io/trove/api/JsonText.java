package io.trove.api;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes the small JSON around an event's own bytes, members in the order given; by name where none was. */
final class JsonText {
    private static final String HEX = "0123456789abcdef";
    private final StringBuilder text = new StringBuilder(256);

    /** As UTF-8. */
    static byte[] of(Map<String, ?> members) {
        var json = new JsonText();
        json.object(members);
        return json.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void object(Map<?, ?> members) {
        var separator = '{';
        for (var member : ordered(members).entrySet()) {
            if (isAbsent(member.getValue())) {
                continue;
            }
            text.append(separator);
            separator = ',';
            string(String.valueOf(member.getKey()));
            text.append(':');
            value(member.getValue());
        }
        text.append(separator == '{' ? "{}" : "}");
    }

    /** A map without an order of its own has another one in every process. */
    private static Map<?, ?> ordered(Map<?, ?> members) {
        return members instanceof LinkedHashMap || members instanceof SortedMap || members.size() < 2
                ? members
                : new TreeMap<>(members);
    }

    private void array(Collection<?> items) {
        var separator = '[';
        for (var item : items) {
            text.append(separator);
            separator = ',';
            value(item);
        }
        text.append(separator == '[' ? "[]" : "]");
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> members) {
            object(members);
        } else if (value instanceof Collection<?> items) {
            array(items);
        } else if (value instanceof Json json) {
            text.append(json);
        } else if (value instanceof Optional<?> some) {
            value(some.orElseThrow());
        } else if (value instanceof OptionalLong some) {
            text.append(some.orElseThrow());
        } else if (value instanceof OptionalInt some) {
            text.append(some.orElseThrow());
        } else if (value instanceof Long
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof BigDecimal) {
            text.append(value);
        } else {
            string(String.valueOf(value));
        }
    }

    private static boolean isAbsent(Object value) {
        return value == null
                || (value instanceof Optional<?> some && some.isEmpty())
                || (value instanceof OptionalLong whole && whole.isEmpty())
                || (value instanceof OptionalInt small && small.isEmpty());
    }

    private void string(String value) {
        text.append('"');
        if (isPlain(value)) {
            text.append(value);
        } else {
            value.chars().forEach(c -> character((char) c));
        }
        text.append('"');
    }

    private static boolean isPlain(String value) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void character(char c) {
        if (c == '"' || c == '\\') {
            text.append('\\').append(c);
        } else if (c < 0x20) {
            text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        } else {
            text.append(c);
        }
    }
}
