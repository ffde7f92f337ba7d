package io.trove.api;

import io.trove.files.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part that a Range header asks for (RFC 9110, 14.2). */
final class Ranges {
    private static final Pattern ONE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

    private Ranges() {}

    /**
     * The one part that is asked for. None when the whole is to be sent: without the header, with one that is not
     * understood or asks for several parts, or when the bytes are others than {@code ifRange} knows. Either header may be null.
     */
    static Optional<Span> of(String range, String ifRange, Optional<String> tag, long size) {
        var asked = range == null ? null : ONE.matcher(range);
        if (asked == null || !asked.matches() || (ifRange != null && !tag.equals(Optional.of(ifRange.strip())))) {
            return Optional.empty();
        }
        var first = asked.group(1);
        var last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? Optional.empty() : Optional.of(end(Long.parseLong(last), size));
        }
        return last.isEmpty() || Long.parseLong(last) >= Long.parseLong(first)
                ? Optional.of(from(Long.parseLong(first), last.isEmpty() ? size : Long.parseLong(last) + 1, size))
                : Optional.empty();
    }

    private static Span end(long length, long size) {
        if (length == 0 || size == 0) {
            throw new RangeUnsatisfiable(size);
        }
        return new Span(Math.max(0, size - length), Math.min(length, size));
    }

    private static Span from(long first, long behindLast, long size) {
        if (first >= size) {
            throw new RangeUnsatisfiable(size);
        }
        return new Span(first, Math.min(behindLast, size) - first);
    }
}
