package io.trove.console;

import io.trove.ledger.LedgerName;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a page is, with all that it is about, so that it can be sent to a colleague. */
public record Address(String page, Map<String, String> parameters) {

    private static final String LEDGER = "ledger";

    public Address {
        parameters = Map.copyOf(parameters);
    }

    static Address of(String page, Optional<LedgerName> ledger) {
        return new Address(
                page, ledger.map(name -> Map.of(LEDGER, name.toString())).orElse(Map.of()));
    }

    /** The same with this said too; what is empty is not said. */
    public Address with(String name, Object value) {
        var more = new LinkedHashMap<>(parameters);
        more.remove(name);
        if (value != null && !value.toString().isEmpty()) {
            more.put(name, value.toString());
        }
        return new Address(page, more);
    }

    /** As links say it: the ledger first, the rest by name. */
    @Override
    public String toString() {
        String query = parameters.entrySet().stream()
                .sorted(Comparator.comparing(each -> order(each.getKey())))
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return "/console/" + page + (query.isEmpty() ? "" : "?" + query);
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
}
