package io.trove.api;

import io.trove.filter.Filter;
import io.trove.query.Order;
import io.trove.query.PageRequest;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the parameters of an address ask for: which events, in which order, and how many of them. */
record Asked(Filter filter, Order order, Optional<Integer> limit, Optional<String> cursor) {
    private static final Set<String> OTHERS = Set.of("order", "limit", "cursor", "dialect", "as");

    static Asked of(UriInfo address) {
        var parameters = address.getQueryParameters();
        return new Asked(
                Filter.of(parameters, OTHERS),
                order(parameters),
                Optional.ofNullable(one(parameters, "limit")).map(Numbers::limit),
                Optional.ofNullable(one(parameters, "cursor")));
    }

    /** The same of these events only. */
    Asked of(Filter narrower) {
        return new Asked(filter.and(narrower), order, limit, cursor);
    }

    PageRequest page() {
        return new PageRequest(limit.orElse(PageRequest.LIMIT_DEFAULT), order, cursor);
    }

    /** Whether everything is wanted at once. */
    boolean isWhole() {
        return limit.isEmpty() && cursor.isEmpty();
    }

    private static Order order(MultivaluedMap<String, String> parameters) {
        var order = one(parameters, "order");
        if (order == null) {
            return Order.DESC;
        }
        try {
            return Order.valueOf(order.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ParameterRefused("order", order, "asc or desc", e);
        }
    }

    private static String one(MultivaluedMap<String, String> parameters, String name) {
        var values = parameters.get(name);
        if (values != null && values.size() > 1) {
            throw new ParameterRefused(name, String.join(" and ", values), "one value", null);
        }
        return values == null ? null : values.get(0);
    }
}
