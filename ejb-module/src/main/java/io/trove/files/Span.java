package io.trove.files;

/** A part of bytes: so many from a place on. */
public record Span(long from, long length) {

    public Span {
        if (from < 0 || length < 0) {
            throw new IllegalArgumentException("a span of %d bytes from %d on".formatted(length, from));
        }
    }

    /** Behind its last byte. */
    public long end() {
        return from + length;
    }

    /** All of so many bytes. */
    public static Span whole(long size) {
        return new Span(0, size);
    }
}
