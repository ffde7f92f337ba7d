package io.trove.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** W3C Trace Context's {@code traceparent} and an event's {@code trace}. */
public final class TraceParent {
    private static final Pattern TEXT =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})");
    private static final String NO_FLAGS = "00";

    private TraceParent() {}

    /** The trace that a {@code traceparent} of version 00 names; nothing for any other text. */
    public static Optional<Json> read(String traceparent) {
        Matcher matcher = TEXT.matcher(traceparent);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Object> trace = new HashMap<>();
        trace.put("traceId", matcher.group(1));
        trace.put("spanId", matcher.group(2));
        if (!matcher.group(3).equals(NO_FLAGS)) {
            trace.put("traceFlags", matcher.group(3));
        }
        return Optional.of(Json.object(trace));
    }

    /** The {@code traceparent} of a trace, when its ids are those of Trace Context. */
    public static Optional<String> write(Json trace) {
        return text(trace, "traceId")
                .flatMap(traceId -> text(trace, "spanId")
                        .map(spanId -> "00-" + traceId + "-" + spanId + "-"
                                + text(trace, "traceFlags").orElse(NO_FLAGS)))
                .filter(text -> TEXT.matcher(text).matches());
    }

    private static Optional<String> text(Json trace, String member) {
        return trace.member(member).flatMap(Json::text);
    }
}
