package io.trove.query;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A page of this size is not given out. */
public final class LimitRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final int limit;

    public LimitRefused(int limit) {
        super("limit is %d, and a page has 1 to %d events; ask for less, and go on with next"
                .formatted(limit, PageRequest.LIMIT_MAX));
        this.limit = limit;
    }

    @Override
    public String slug() {
        return "limit-refused";
    }

    @Override
    public String title() {
        return "Limit is out of bounds";
    }

    @Override
    public int status() {
        return 400;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("limit", limit, "most", PageRequest.LIMIT_MAX);
    }
}
