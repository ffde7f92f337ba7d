package io.trove.query;

import java.util.Optional;

/** Which page is wanted: how many events, in which order, and where to go on. */
public record PageRequest(int limit, Order order, Optional<String> cursor) {

    public static final int LIMIT_DEFAULT = 50;
    public static final int LIMIT_MAX = 1_000;

    public PageRequest {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw new LimitRefused(limit);
        }
    }

    /** The newest events. */
    public static PageRequest newest(int limit) {
        return new PageRequest(limit, Order.DESC, Optional.empty());
    }
}
