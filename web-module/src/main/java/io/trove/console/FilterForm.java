package io.trove.console;

import io.trove.filter.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A filter as a page's address says it, and as its form asks for it: term by term. */
final class FilterForm {
    /** Parameters of the page that are no terms of the filter. */
    private static final Set<String> OTHERS =
            Set.of("ledger", "columns", "older", "newer", "cursor", "term", "value", "form");

    private static final Set<String> SINGLE =
            Set.of("since", "until", "recordedSince", "recordedUntil", "after", "before");

    private final Map<String, List<String>> terms;
    private final boolean isTidy;

    private FilterForm(Map<String, List<String>> terms, boolean isTidy) {
        this.terms = terms;
        this.isTidy = isTidy;
    }

    /** A term that is asked for, and the address of the page without it. */
    public record Chip(String name, String value, String without) {}

    /** Fields that were left empty ask for nothing; {@code term} and {@code value} are a term by its name. */
    static FilterForm of(Map<String, String[]> parameters) {
        var terms = new LinkedHashMap<String, List<String>>();
        var isTidy = !parameters.containsKey("term");
        for (var each : parameters.entrySet()) {
            for (var value : each.getValue()) {
                if (value.isBlank()) {
                    isTidy = false;
                } else if (!OTHERS.contains(each.getKey())) {
                    add(terms, each.getKey(), value.strip());
                }
            }
        }
        var term = first(parameters, "term");
        var value = first(parameters, "value");
        if (!term.isEmpty() && !value.isEmpty()) {
            add(terms, term, value);
        }
        return new FilterForm(terms, isTidy);
    }

    private static void add(Map<String, List<String>> terms, String name, String value) {
        var values = terms.computeIfAbsent(name, any -> new ArrayList<>());
        if (SINGLE.contains(name)) {
            values.clear();
        }
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    static String first(Map<String, String[]> parameters, String name) {
        var values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    /** Whether the address says it as shortly as it can. */
    boolean isTidy() {
        return isTidy;
    }

    boolean isEmpty() {
        return terms.isEmpty();
    }

    Filter filter() {
        return Filter.of(terms, Set.of());
    }

    Address on(Address page) {
        return page.and(terms);
    }

    List<Chip> chips(Address page) {
        var chips = new ArrayList<Chip>();
        terms.forEach((name, values) -> values.forEach(value ->
                chips.add(new Chip(name, value, page.and(without(name, value)).toString()))));
        return chips;
    }

    private Map<String, List<String>> without(String name, String value) {
        var fewer = new LinkedHashMap<>(terms);
        fewer.computeIfPresent(
                name,
                (any, values) ->
                        values.stream().filter(each -> !each.equals(value)).toList());
        return fewer;
    }
}
