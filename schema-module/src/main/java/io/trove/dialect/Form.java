package io.trove.dialect;

import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.Times;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a value looks in a dialect, and how in an event. */
enum Form {
    /** Any value, as it is. */
    ANY("any value"),

    TEXT("a text") {
        @Override
        boolean fits(Json value) {
            return value.isText();
        }
    },

    WHOLE("a whole number") {
        @Override
        boolean fits(Json value) {
            return value.integer().isPresent();
        }
    },

    /** How often which node of a system was there: {@code a:1;b:2}. */
    VECTOR("a vector such as a:1;b:2") {
        @Override
        boolean fits(Json value) {
            return value.text().filter(text -> COUNTS.matcher(text).matches()).isPresent();
        }
    },

    OBJECT("an object") {
        @Override
        boolean fits(Json value) {
            return value.isObject();
        }
    },

    /** Milliseconds since 1970, which are an ISO 8601 time in an event. */
    MILLIS("milliseconds since 1970, in a year of four digits") {
        @Override
        boolean fits(Json value) {
            long millis = value.integer().orElse(Long.MIN_VALUE);
            return millis >= MILLIS_MIN && millis <= MILLIS_MAX;
        }

        @Override
        Json toEvent(Json value) {
            return Json.of(Instant.ofEpochMilli(value.integer().orElseThrow()).toString());
        }

        @Override
        Optional<Json> fromEvent(Json value) {
            try {
                return value.text()
                        .map(iso -> Json.of(Math.floorDiv(Times.micros(iso), 1_000L)))
                        .filter(this::fits);
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    };

    private static final Pattern COUNTS = Pattern.compile("[^:;]+:\\d+(;[^:;]+:\\d+)*");
    private static final long MILLIS_MIN = Instant.parse("0000-01-01T00:00:00Z").toEpochMilli();
    private static final long MILLIS_MAX =
            Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    private final String wanted;

    Form(String wanted) {
        this.wanted = wanted;
    }

    boolean fits(Json value) {
        return true;
    }

    Json toEvent(Json value) {
        return value;
    }

    /** Nothing when the dialect cannot show it. */
    Optional<Json> fromEvent(Json value) {
        return Optional.of(value).filter(this::fits);
    }

    /** The value in an event; {@link Invalid} when the dialect has another kind of value there. */
    final Json read(String member, Json value) {
        if (!fits(value)) {
            throw new Invalid("/" + member, shown(value), wanted);
        }
        return toEvent(value);
    }

    static String shown(Json value) {
        String text = value.toString();
        return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}
