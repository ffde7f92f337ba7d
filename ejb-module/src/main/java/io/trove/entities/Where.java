package io.trove.entities;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must hold of a member of a state: {@code where.town=Oslo}, {@code where.age[gte]=18}. A value is compared as a text, a
 * number or a boolean, whichever the state has; what is not there satisfies nothing but {@code not}.
 */
record Where(List<String> path, Comparison comparison, List<String> values) {

    private static final Pattern NAME = Pattern.compile("where\\.([^\\[\\]]+)(?:\\[([a-z]+)])?");
    private static final int CONDITIONS_MAX = 20;
    private static final int VALUES_MAX = 100;

    /** How a member is compared with the values that are given. */
    enum Comparison {
        EQUAL,
        CONTAINS,
        IN,
        NOT,
        GT,
        GTE,
        LT,
        LTE,
        BETWEEN
    }

    Where {
        values = List.copyOf(values);
        boolean isRange = comparison == Comparison.BETWEEN;
        if (values.isEmpty() || values.size() > VALUES_MAX || (isRange && values.size() != 2)) {
            throw new WhereRefused(
                    String.join(".", path), isRange ? "two values, with a comma between them" : "1 to 100 values");
        }
    }

    /** The conditions among an address's parameters; all must hold. */
    static List<Where> of(Map<String, List<String>> parameters) {
        var conditions = new ArrayList<Where>();
        parameters.forEach((name, values) -> {
            if (name.startsWith("where")) {
                values.forEach(value -> conditions.add(of(name, value)));
            }
        });
        if (conditions.size() > CONDITIONS_MAX) {
            throw new WhereRefused("where", "at most " + CONDITIONS_MAX + " conditions");
        }
        return conditions;
    }

    private static Where of(String name, String value) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new WhereRefused(name, "where.{path} or where.{path}[{comparison}]");
        }
        Comparison comparison = Optional.ofNullable(matcher.group(2))
                .map(text -> comparison(name, text))
                .orElse(Comparison.EQUAL);
        boolean several = comparison == Comparison.IN || comparison == Comparison.BETWEEN;
        return new Where(
                List.of(matcher.group(1).split("\\.", -1)),
                comparison,
                several ? Arrays.asList(value.split(",", -1)) : List.of(value));
    }

    private static Comparison comparison(String name, String text) {
        try {
            return Comparison.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new WhereRefused(name, "equal, contains, in, not, gt, gte, lt, lte or between in brackets");
        }
    }

    boolean holds(Json state) {
        Optional<Json> found = Optional.of(state);
        for (String name : path) {
            found = found.flatMap(value -> value.member(name));
        }
        if (found.isEmpty()) {
            return comparison == Comparison.NOT;
        }
        Json value = found.get();
        return switch (comparison) {
            case EQUAL, IN -> values.stream().anyMatch(wanted -> isEqual(value, wanted));
            case NOT -> values.stream().noneMatch(wanted -> isEqual(value, wanted));
            case CONTAINS -> contains(value, values.get(0));
            case GT -> compares(value, 0, 1);
            case GTE -> compares(value, 0, 1, 0);
            case LT -> compares(value, 0, -1);
            case LTE -> compares(value, 0, -1, 0);
            case BETWEEN -> compares(value, 0, 1, 0) && compares(value, 1, -1, 0);
        };
    }

    private static boolean isEqual(Json value, String wanted) {
        return value.text()
                .map(wanted::equals)
                .orElseGet(() -> order(value, wanted)
                        .map(order -> order == 0)
                        .orElseGet(() -> value.toString().equals(wanted)));
    }

    /** A text that has this text in it, or an array that has an item that is equal. */
    private static boolean contains(Json value, String wanted) {
        return value.text()
                .map(text -> text.contains(wanted))
                .orElseGet(() -> value.items().stream().anyMatch(item -> isEqual(item, wanted)));
    }

    private boolean compares(Json value, int which, int... orders) {
        return order(value, values.get(which))
                .filter(order -> Arrays.stream(orders).anyMatch(each -> each == order))
                .isPresent();
    }

    /** Numbers as numbers, texts as texts; nothing else has an order. */
    private static Optional<Integer> order(Json value, String wanted) {
        if (value.isText()) {
            return Optional.of(Integer.signum(value.text().orElseThrow().compareTo(wanted)));
        }
        if (!value.isNumber() || !wanted.matches("-?[0-9]{1,30}(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,3})?")) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value.toString()).compareTo(new BigDecimal(wanted)));
    }
}
