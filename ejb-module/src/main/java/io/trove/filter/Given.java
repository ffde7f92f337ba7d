package io.trove.filter;

import io.trove.event.Identifier;
import io.trove.event.Json;
import io.trove.event.Malformed;
import io.trove.event.Times;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** A value as a caller gave it: bare text of an address, or JSON. */
record Given(String text, Optional<Json> json) {

    private static final int SHOWN_MAX = 60;
    private static final long MICROS_A_MILLI = 1_000;
    private static final String TIME = "a time such as 2024-03-15T10:30:00Z, or milliseconds since 1970";

    static Given bare(String text) {
        return new Given(text, Optional.empty());
    }

    static Given json(Json value) {
        return new Given(value.text().orElseGet(value::toString), Optional.of(value));
    }

    /** A name as events may have it in a field. */
    String text(String name) {
        if ((json.isPresent() && !json.get().isText()) || !Identifier.isOne(text)) {
            throw refused(name, "a text without control characters or a space at its end");
        }
        return text;
    }

    /** The scalars that are meant: of a bare text the string, and the number or boolean that is written so. */
    NavigableSet<Json> scalars(String name) {
        var meant = new TreeSet<Json>((one, other) -> one.toString().compareTo(other.toString()));
        if (json.isEmpty()) {
            meant.add(Json.of(text));
            literal().ifPresent(meant::add);
        } else if (json.get().isObject() || json.get().isArray()) {
            throw refused(name, "a text, a number, a boolean or null");
        } else {
            meant.add(json.get());
        }
        return meant;
    }

    private Optional<Json> literal() {
        try {
            Json parsed = Json.parse(text.getBytes(StandardCharsets.UTF_8));
            boolean isLiteral = (parsed.isNumber() || parsed.isBoolean())
                    && parsed.toString().equals(text);
            return isLiteral ? Optional.of(parsed) : Optional.empty();
        } catch (Malformed onlyText) {
            return Optional.empty();
        }
    }

    long position(String name, long least) {
        try {
            long position = isWhole() ? Long.parseLong(text) : Long.MIN_VALUE;
            if (position >= least && position < Long.MAX_VALUE) {
                return position;
            }
        } catch (NumberFormatException notWhole) {
            throw refused(name, "a position, a whole number from " + least);
        }
        throw refused(name, "a position, a whole number from " + least);
    }

    long micros(String name) {
        try {
            return isWhole() ? checked(Math.multiplyExact(Long.parseLong(text), MICROS_A_MILLI)) : Times.micros(text);
        } catch (DateTimeException | ArithmeticException | NumberFormatException notTime) {
            throw refused(name, TIME);
        }
    }

    private boolean isWhole() {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Within the years that have four digits. */
    private static long checked(long micros) {
        return Times.micros(Times.text(micros));
    }

    private FilterRefused refused(String name, String wanted) {
        String shown =
                text.length() <= SHOWN_MAX ? text : text.substring(0, text.offsetByCodePoints(0, SHOWN_MAX / 2)) + "…";
        return FilterRefused.value(name, "\"" + shown + "\"", wanted);
    }
}
