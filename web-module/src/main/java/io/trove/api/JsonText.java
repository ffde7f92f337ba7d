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
    private static final int EXPECTED = 256;

    private final StringBuilder text;

    /** An object that says its members itself, without a map of them: for what there may be a thousand of. */
    interface Saying {
        void to(JsonText json);
    }

    private JsonText(int expected) {
        text = new StringBuilder(expected);
    }

    /** As UTF-8. */
    static byte[] of(Map<String, ?> members) {
        return of(EXPECTED, json -> json.members(members));
    }

    /** The same of what has about so many characters. */
    static byte[] of(int expected, Saying object) {
        var json = new JsonText(expected);
        json.object(object);
        return json.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void members(Map<?, ?> members) {
        ordered(members).forEach((name, value) -> member(String.valueOf(name), value));
    }

    /** A member, unless it is absent. */
    JsonText member(String name, Object value) {
        if (!isAbsent(value)) {
            name(name);
            value(value);
        }
        return this;
    }

    JsonText member(String name, long number) {
        name(name);
        text.append(number);
        return this;
    }

    /** Begins a member that is an object; what follows is its members, up to {@link #end}. */
    JsonText begin(String name) {
        name(name);
        text.append('{');
        return this;
    }

    JsonText end() {
        text.append('}');
        return this;
    }

    private void name(String name) {
        if (text.charAt(text.length() - 1) != '{') {
            text.append(',');
        }
        string(name);
        text.append(':');
    }

    private void object(Saying object) {
        text.append('{');
        object.to(this);
        text.append('}');
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
            object(json -> json.members(members));
        } else if (value instanceof Saying object) {
            object(object);
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
