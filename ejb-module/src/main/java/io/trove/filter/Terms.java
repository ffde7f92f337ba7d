package io.trove.filter;

import io.trove.event.Identifier;
import io.trove.event.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/** Reads terms from names and values. */
final class Terms {

    static final int TERMS_MAX = 32;
    static final int VALUES_MAX = 100;

    private static final String INDEX = "index.";
    private static final String LINKS = "links.";
    private static final String PAYLOAD = "payload.";
    private static final Set<String> NESTED = Set.of("index", "links", "payload");

    private final Map<String, List<Given>> given;
    private final Set<String> others;
    private final List<Term> terms = new ArrayList<>();

    private Terms(Map<String, List<Given>> given, Set<String> others) {
        this.given = given;
        this.others = others;
    }

    /** The terms of an address's parameters, but for those that are others' affair. */
    static List<Term> of(Map<String, List<String>> parameters, Set<String> others) {
        var given = new LinkedHashMap<String, List<Given>>();
        parameters.forEach((name, values) -> {
            if (!others.contains(name)) {
                given.put(name, values.stream().map(Given::bare).toList());
            }
        });
        return new Terms(given, others).read();
    }

    /** The terms of an object's members. */
    static List<Term> of(Json filter) {
        if (!filter.isObject()) {
            throw FilterRefused.value("The filter", "no object", "an object such as {\"type\": \"session.*\"}");
        }
        var given = new LinkedHashMap<String, List<Given>>();
        filter.members().forEach((name, value) -> {
            if (NESTED.contains(name)) {
                value.members().forEach((inner, each) -> given.put(name + "." + inner, values(each)));
            } else {
                given.put(name, values(value));
            }
            if (NESTED.contains(name) && !value.isObject()) {
                throw FilterRefused.value(name, value.toString(), "an object of names and values");
            }
        });
        return new Terms(given, Set.of()).read();
    }

    private static List<Given> values(Json value) {
        return value.isArray() ? value.items().stream().map(Given::json).toList() : List.of(Given.json(value));
    }

    private List<Term> read() {
        if (given.size() > TERMS_MAX) {
            throw FilterRefused.value("The filter", given.size() + " terms", "at most " + TERMS_MAX);
        }
        given.forEach((name, values) -> {
            if (values.isEmpty() || values.size() > VALUES_MAX) {
                throw FilterRefused.value(name, values.size() + " values", "1 to " + VALUES_MAX + " values");
            }
            read(name, values);
        });
        return terms;
    }

    private void read(String name, List<Given> values) {
        if (Identifier.hasControl(name)) {
            throw FilterRefused.unknown(name, known());
        }
        if (Field.named(name).isPresent()) {
            terms.add(new Term.OneOf(Field.named(name).get(), texts(name, values)));
        } else if (name.startsWith(INDEX) && name.length() > INDEX.length()) {
            var keys = new TreeSet<String>();
            values.forEach(value -> value.scalars(name).forEach(scalar -> keys.add(KeyText.of(scalar))));
            terms.add(new Term.Keyed(name.substring(INDEX.length()), keys));
        } else if (name.startsWith(LINKS) && name.length() > LINKS.length()) {
            terms.add(new Term.Linked(name.substring(LINKS.length()), texts(name, values)));
        } else if (name.startsWith(PAYLOAD) && name.length() > PAYLOAD.length()) {
            var scalars = new TreeSet<String>();
            values.forEach(value -> value.scalars(name).forEach(scalar -> scalars.add(scalar.toString())));
            terms.add(new Term.Paid(name.substring(PAYLOAD.length()), scalars));
        } else {
            terms.add(bound(name, values));
        }
    }

    private Term bound(String name, List<Given> values) {
        return switch (name) {
            case "since" -> new Term.Within(Term.Within.Moment.CREATED, micros(name, values), Long.MAX_VALUE);
            case "until" -> new Term.Within(Term.Within.Moment.CREATED, Long.MIN_VALUE, micros(name, values));
            case "recordedSince" -> new Term.Within(Term.Within.Moment.RECORDED, micros(name, values), Long.MAX_VALUE);
            case "recordedUntil" -> new Term.Within(Term.Within.Moment.RECORDED, Long.MIN_VALUE, micros(name, values));
            case "after" -> new Term.Between(one(name, values).position(name, -1), Long.MAX_VALUE);
            case "before" -> new Term.Between(-1, one(name, values).position(name, 0));
            default -> throw FilterRefused.unknown(name, known());
        };
    }

    private static long micros(String name, List<Given> values) {
        return one(name, values).micros(name);
    }

    private static Given one(String name, List<Given> values) {
        if (values.size() > 1) {
            throw FilterRefused.value(name, values.size() + " values", "one value");
        }
        return values.get(0);
    }

    private static NavigableSet<String> texts(String name, List<Given> values) {
        var texts = new TreeSet<String>();
        values.forEach(value -> texts.add(value.text(name)));
        return texts;
    }

    private Set<String> known() {
        var known = new TreeSet<>(others);
        for (Field field : Field.values()) {
            known.add(field.parameter());
        }
        known.addAll(List.of("since", "until", "recordedSince", "recordedUntil", "after", "before"));
        known.addAll(List.of("index.NAME", "links.TYPE", "payload.PATH"));
        return known;
    }
}
