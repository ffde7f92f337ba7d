package io.trove.access;

import io.trove.refusal.CannotStart;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The sites whose pages a browser may let ask, each by its origin; none unless they are listed. */
public final class AllowedOrigins {

    public static final String VARIABLE = "TROVE_CORS_ORIGINS";

    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]+(:[0-9]{1,5})?|https?://\\[[0-9a-f:]+](:[0-9]{1,5})?");
    private static final int COUNT_MAX = 100;

    private final Set<String> origins;

    private AllowedOrigins(Set<String> origins) {
        this.origins = origins;
    }

    /** Those of a list with commas or white space between them; {@link CannotStart} names what is none. */
    public static AllowedOrigins of(String list) {
        var origins = new LinkedHashSet<String>();
        for (String each : list.strip().split("[\\s,]+", -1)) {
            String origin = each.toLowerCase(Locale.ROOT);
            if (!origin.isEmpty() && !ORIGIN.matcher(origin).matches()) {
                throw new CannotStart(
                        "%s has %s, which is no origin; list origins such as https://app.example.com, each with its scheme and without a path."
                                .formatted(VARIABLE, each));
            }
            if (!origin.isEmpty()) {
                origins.add(origin);
            }
        }
        if (origins.size() > COUNT_MAX) {
            throw new CannotStart(VARIABLE + " lists more than " + COUNT_MAX + " origins.");
        }
        return new AllowedOrigins(Set.copyOf(origins));
    }

    public boolean isEmpty() {
        return origins.isEmpty();
    }

    /** Whether this is one of them, as a browser sends it. */
    public boolean has(String origin) {
        return origin != null && origins.contains(origin.toLowerCase(Locale.ROOT));
    }
}
