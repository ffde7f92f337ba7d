package io.trove.api;

import java.util.Arrays;
import java.util.List;

/** Entity tags, as If-Match and If-None-Match list them (RFC 9110, 13.1). */
final class Tags {
    /** What stands for every tag, and is all that what has none can be asked for by. */
    static final String ANY = "*";

    private static final String WEAK = "W/";

    private Tags() {}

    /** Whether the header, which may be null, names this tag or anything at all; weakly, as for If-None-Match. */
    static boolean weakly(String header, String tag) {
        return header != null && matches(header, bare(tag), true);
    }

    /** Whether the header names this strong tag or anything at all, as for If-Match. */
    static boolean strongly(String header, String tag) {
        return matches(header, tag, false);
    }

    /** The strong tags that the header lists. */
    static List<String> strong(String header) {
        return Arrays.stream(header.split(",", -1))
                .map(String::strip)
                .filter(tag -> !tag.startsWith(WEAK))
                .toList();
    }

    private static boolean matches(String header, String tag, boolean alsoWeak) {
        for (var each : header.split(",", -1)) {
            var one = each.strip();
            if (one.equals(ANY) || (alsoWeak ? bare(one) : one).equals(tag)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
