package io.trove.query;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What was recorded between two times, the later one excluded: how many events of which type. */
public record Beat(long fromMicros, long toMicros, Map<String, Long> byType) {

    public Beat {
        byType = Collections.unmodifiableMap(new LinkedHashMap<>(byType));
    }
}
