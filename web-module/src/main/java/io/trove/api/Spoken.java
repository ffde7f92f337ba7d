package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import java.util.stream.Collectors;

/** The dialect that {@code ?dialect=} names. */
final class Spoken {
    static final String OWN = "trove";

    private Spoken() {}

    /** Trove's own without a name; refused when nobody speaks it. */
    static Dialect named(String name) {
        var wanted = name == null ? OWN : name;
        return Dialects.named(wanted)
                .orElseThrow(() -> new ParameterRefused(
                        "dialect",
                        wanted,
                        "one of " + Dialects.all().stream().map(Dialect::name).collect(Collectors.joining(", "))));
    }
}
