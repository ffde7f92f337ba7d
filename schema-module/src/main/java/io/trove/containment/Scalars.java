package io.trove.containment;

import io.trove.event.Json;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keywords that need no other schema: types, values, bounds, lengths, patterns, formats. */
final class Scalars {
    private final Reading reading;
    private final Place at;
    private final List<Rule> rules;

    Scalars(Reading reading, Place at, List<Rule> rules) {
        this.reading = reading;
        this.at = at;
        this.rules = rules;
    }

    void read() {
        type();
        value("enum").ifPresent(values -> add("enum", new Claim.Values(new HashSet<>(values.items()))));
        value("const").ifPresent(value -> add("const", new Claim.Values(Set.of(value))));
        bound("minimum", true, false);
        bound("exclusiveMinimum", true, true);
        bound("maximum", false, false);
        bound("exclusiveMaximum", false, true);
        number("multipleOf").ifPresent(divisor -> add("multipleOf", new Claim.MultipleOf(divisor)));
        size("Length", Kind.STRING);
        size("Items", Kind.ARRAY);
        size("Properties", Kind.OBJECT);
        text("pattern").ifPresent(regex -> add("pattern", new Claim.Pattern(regex)));
        text("format").filter(Formats::isAsserted).ifPresent(format -> add("format", new Claim.Format(format)));
        if (value("uniqueItems").equals(Optional.of(Json.of(true)))) {
            add("uniqueItems", new Claim.Unique());
        }
        for (Json name : value("required").map(Json::items).orElse(List.of())) {
            name.text().ifPresent(text -> add("required", new Claim.Required(text)));
        }
    }

    private void type() {
        Optional<Json> type = value("type");
        if (type.isEmpty()) {
            return;
        }
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        type.get().text().ifPresent(name -> kinds.addAll(Kind.named(name)));
        type.get().items().forEach(item -> item.text().ifPresent(name -> kinds.addAll(Kind.named(name))));
        add("type", kinds.isEmpty() ? new Claim.Never() : new Claim.Kinds(Set.copyOf(kinds)));
    }

    private void bound(String keyword, boolean lower, boolean exclusive) {
        number(keyword).ifPresent(bound -> add(keyword, new Claim.Bound(lower, bound, exclusive)));
    }

    private void size(String of, Kind kind) {
        count("min" + of).filter(count -> count > 0).ifPresent(count -> add("min" + of, size(kind, true, count)));
        count("max" + of).ifPresent(count -> add("max" + of, size(kind, false, count)));
    }

    private static Claim size(Kind kind, boolean least, int count) {
        return new Claim.Size(kind, least, count);
    }

    Optional<Integer> count(String keyword) {
        return number(keyword)
                .map(count -> count.min(BigDecimal.valueOf(Integer.MAX_VALUE - 1))
                        .max(BigDecimal.ZERO)
                        .intValue());
    }

    private Optional<BigDecimal> number(String keyword) {
        return value(keyword).filter(Json::isNumber).map(Kind::number);
    }

    private Optional<String> text(String keyword) {
        return value(keyword).flatMap(Json::text);
    }

    private Optional<Json> value(String keyword) {
        return at.schema().member(keyword);
    }

    private void add(String keyword, Claim claim) {
        rules.add(reading.rule(at, keyword, claim));
    }
}
