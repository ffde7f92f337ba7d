package io.trove.api;

import io.trove.entities.Moment;
import io.trove.event.Times;
import java.time.DateTimeException;

/** Reads when an entity is looked at: a time, a position such as p42, or a version such as v7. */
final class Moments {
    private static final String WANTED =
            "a time such as 2024-03-15T10:30:00Z, a position such as p42 or a version such as v7";

    private Moments() {}

    /** {@code at} and {@code atCreated}, either of which may be null, but not both there. */
    static Moment either(String at, String atCreated) {
        if (at != null && atCreated != null) {
            throw new ParameterRefused("atCreated", atCreated, "nothing beside at", null);
        }
        return atCreated == null ? of("at", at) : new Moment.AtCreated(micros("atCreated", atCreated));
    }

    /** Now when it is not said. */
    static Moment of(String name, String text) {
        if (text == null) {
            return Moment.now();
        }
        if (text.matches("p\\d{1,18}")) {
            return new Moment.AtPosition(Long.parseLong(text.substring(1)));
        }
        if (text.matches("v\\d{1,18}")) {
            return new Moment.AtVersion(Long.parseLong(text.substring(1)));
        }
        return new Moment.AtTime(micros(name, text));
    }

    private static long micros(String name, String text) {
        try {
            return Times.micros(text);
        } catch (DateTimeException e) {
            throw new ParameterRefused(
                    name, text, name.equals("atCreated") ? "a time such as 2024-03-15T10:30:00Z" : WANTED, e);
        }
    }
}
