package io.trove.api;

import io.trove.files.Span;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** The part that a Range header asks for (RFC 9110, 14.2). */
final class Ranges {
    private static final Pattern ONE = Pattern.compile("(?i:bytes)=\\s*(\\d*)-(\\d*)\\s*");

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
        var first = number(asked.group(1));
        var last = number(asked.group(2));
        if (first.isEmpty()) {
            return last.map(length -> end(upTo(size, length), size));
        }
        return last.isEmpty() || last.get().compareTo(first.get()) >= 0
                ? Optional.of(from(
                        upTo(size, first.get()),
                        last.map(of -> upTo(size, of.add(BigInteger.ONE))).orElse(size),
                        size))
                : Optional.empty();
    }

    /** Of any number of digits: nobody need know how many bytes there are. */
    private static Optional<BigInteger> number(String digits) {
        return Optional.of(digits).filter(any -> !any.isEmpty()).map(BigInteger::new);
    }

    private static long upTo(long size, BigInteger number) {
        return number.min(BigInteger.valueOf(size)).longValueExact();
    }

    private static Span end(long length, long size) {
        if (length == 0) {
            throw new RangeUnsatisfiable(size);
        }
        return new Span(size - length, length);
    }

    private static Span from(long first, long behindLast, long size) {
        if (first == size) {
            throw new RangeUnsatisfiable(size);
        }
        return new Span(first, behindLast - first);
    }
}
