package io.trove.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Lists of values in statements: never longer than what was measured fastest, and of few lengths, so that few are prepared. */
final class InList {

    static final int MAX = 64;

    private InList() {}

    /** The values in parts, each for one statement. */
    static <T> List<List<T>> parts(Collection<T> values) {
        var all = new ArrayList<>(values);
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MAX) {
            parts.add(all.subList(from, Math.min(all.size(), from + MAX)));
        }
        return parts;
    }

    /** How many marks there are for so many values; the last value fills what is left. */
    static int padded(int count) {
        return count == 1 ? 1 : count <= 8 ? 8 : MAX;
    }

    static String marks(int count) {
        return "(?" + ", ?".repeat(padded(count) - 1) + ")";
    }
}
