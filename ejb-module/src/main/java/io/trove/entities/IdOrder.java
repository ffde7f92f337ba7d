package io.trove.entities;

import io.trove.filter.Tables;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The order in which a database keeps texts that are compared exactly: by their characters, or by their bytes in UTF-8. */
final class IdOrder {

    private IdOrder() {}

    static Comparator<String> of(Tables tables) {
        return tables.embedded()
                ? Comparator.naturalOrder()
                : (a, b) ->
                        Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
