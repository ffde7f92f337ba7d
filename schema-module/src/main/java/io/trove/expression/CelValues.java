package io.trove.expression;

import com.google.common.primitives.UnsignedLong;
import dev.cel.common.values.NullValue;
import io.trove.event.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** JSON values as the language sees them, and back; nothing is rounded on either way. */
final class CelValues {
    private static final int DEPTH_MAX = 60;
    private static final BigDecimal LONG_MIN = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal LONG_MAX = BigDecimal.valueOf(Long.MAX_VALUE);

    private CelValues() {}

    static Object of(Json value) {
        if (value.isNumber()) {
            return number(new BigDecimal(value.toString()));
        }
        Optional<String> text = value.text();
        if (text.isPresent()) {
            return text.get();
        }
        if (value.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            value.members().forEach((name, member) -> members.put(name, of(member)));
            return members;
        }
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            value.items().forEach(item -> items.add(of(item)));
            return items;
        }
        return value.isNull() ? NullValue.NULL_VALUE : (Object) value.equals(Json.of(true));
    }

    /** A double of a JSON number is exact: canonical JSON carries no other. */
    private static Object number(BigDecimal number) {
        boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
        boolean fits = number.compareTo(LONG_MIN) >= 0 && number.compareTo(LONG_MAX) <= 0;
        return whole && fits ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }

    /** IllegalArgumentException when JSON has no such value. */
    static Json json(Object result) {
        return Json.array(List.of(plain(result, 0))).items().get(0);
    }

    private static Object plain(Object result, int depth) {
        if (depth > DEPTH_MAX) {
            throw new IllegalArgumentException("the result is nested more than " + DEPTH_MAX + " levels deep");
        }
        if (result instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (result instanceof UnsignedLong number) {
            BigInteger whole = number.bigIntegerValue();
            return new BigDecimal(whole);
        }
        if (result instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item, depth + 1)));
            return items;
        }
        if (result instanceof Map<?, ?> map) {
            return members(map, depth);
        }
        if (result instanceof Double || result instanceof String || result instanceof Boolean) {
            return result;
        }
        if (result instanceof NullValue) {
            return Json.nul();
        }
        throw new IllegalArgumentException("the result holds a "
                + result.getClass().getSimpleName()
                + ", which is no JSON value; make a text of it with string()");
    }

    private static Map<String, Object> members(Map<?, ?> map, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        map.forEach((name, value) -> {
            if (!(name instanceof String text)) {
                throw new IllegalArgumentException("a name in the result is " + name + "; JSON wants a text");
            }
            members.put(text, plain(value, depth + 1));
        });
        return members;
    }
}
