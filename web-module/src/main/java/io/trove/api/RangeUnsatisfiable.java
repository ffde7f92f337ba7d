package io.trove.api;

import io.trove.refusal.Refusal;
import java.util.Map;

/** A part is asked for that begins behind the end. */
final class RangeUnsatisfiable extends Refusal {
    private static final long serialVersionUID = 1L;

    private final long size;

    RangeUnsatisfiable(long size) {
        super("The file has %d bytes, and the part that the header Range asks for begins behind them".formatted(size));
        this.size = size;
    }

    @Override
    public String slug() {
        return "range-unsatisfiable";
    }

    @Override
    public String title() {
        return "There is no such part";
    }

    @Override
    public int status() {
        return 416;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("size", size);
    }
}
