package io.trove.console;

import io.trove.ledger.LedgerName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a page is, with all that it is about, so that it can be sent to a colleague. */
public record Address(String page, Map<String, List<String>> parameters) {

    private static final String LEDGER = "ledger";

    public Address {
        parameters = Map.copyOf(parameters);
    }

    static Address of(String page, Optional<LedgerName> ledger) {
        return new Address(
                page,
                ledger.map(name -> Map.of(LEDGER, List.of(name.toString()))).orElse(Map.of()));
    }

    /** The same with this said too, instead of what is said under this name; what is empty is not said. */
    public Address with(String name, Object value) {
        var others = new LinkedHashMap<>(parameters);
        others.remove(name);
        return new Address(page, others).and(name, value);
    }

    /** The same with this said too, beside what is said under this name. */
    public Address and(String name, Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        var more = new LinkedHashMap<>(parameters);
        var values = new ArrayList<>(more.getOrDefault(name, List.of()));
        values.add(value.toString());
        more.put(name, List.copyOf(values));
        return new Address(page, more);
    }

    /** The same with all of these said too. */
    Address and(Map<String, List<String>> several) {
        var address = this;
        for (var each : several.entrySet()) {
            for (var value : each.getValue()) {
                address = address.and(each.getKey(), value);
            }
        }
        return address;
    }

    /** As links say it: the ledger first, the rest by name. */
    @Override
    public String toString() {
        return "/console/" + page + query();
    }

    /** What stands behind the path. */
    String query() {
        String query = parameters.entrySet().stream()
                .sorted(Comparator.comparing(each -> order(each.getKey())))
                .flatMap(each -> each.getValue().stream().map(value -> encoded(each.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    private static String order(String name) {
        return name.equals(LEDGER) ? "" : name;
    }

    /** A slash may stand in a query as it is, and a ledger's name reads better with it. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    /** A text as one part of a path. */
    static String part(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
