package io.trove.containment;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;

/** The kinds of JSON value, each value of exactly one; in the order in which a witness of any kind is looked for. */
enum Kind {
    STRING,
    INTEGER,
    FRACTION,
    OBJECT,
    ARRAY,
    BOOLEAN,
    NULL;

    static final Set<Kind> ALL = Set.copyOf(EnumSet.allOf(Kind.class));
    static final Set<Kind> NUMBERS = Set.of(INTEGER, FRACTION);

    static Kind of(Json value) {
        if (value.isText()) {
            return STRING;
        }
        if (value.isNumber()) {
            return number(value).scale() <= 0 ? INTEGER : FRACTION;
        }
        if (value.isObject()) {
            return OBJECT;
        }
        if (value.isArray()) {
            return ARRAY;
        }
        return value.isNull() ? NULL : BOOLEAN;
    }

    /** The kinds that a schema's {@code type} of this name means; none for a name that is no type. */
    static Set<Kind> named(String type) {
        return switch (type) {
            case "string" -> Set.of(STRING);
            case "integer" -> Set.of(INTEGER);
            case "number" -> NUMBERS;
            case "object" -> Set.of(OBJECT);
            case "array" -> Set.of(ARRAY);
            case "boolean" -> Set.of(BOOLEAN);
            case "null" -> Set.of(NULL);
            default -> Set.of();
        };
    }

    /** The exact value, one form for one value. */
    static BigDecimal number(Json number) {
        return stripped(new BigDecimal(number.toString()));
    }

    static BigDecimal stripped(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
