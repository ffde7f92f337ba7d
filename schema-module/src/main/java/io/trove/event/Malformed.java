package io.trove.event;

/** Bytes that are not the JSON that Trove takes, and where. */
public final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;
    private final String limit;
    private final long bytesMax;

    Malformed(int line, int column, String reason) {
        this(line, column, reason, "", 0);
    }

    private Malformed(int line, int column, String reason, String limit, long bytesMax) {
        super(!limit.isEmpty() ? reason : "line " + line + ", column " + column + ": " + reason);
        this.line = line;
        this.column = column;
        this.reason = reason;
        this.limit = limit;
        this.bytesMax = bytesMax;
    }

    static Malformed tooLarge(long bytesMax) {
        return new Malformed(
                1,
                1,
                "more than " + bytesMax + " bytes were sent; send less at a time",
                "bytes in a request",
                bytesMax);
    }

    static Malformed longLine(int number, int bytesMax) {
        return new Malformed(
                number,
                1,
                "more than " + bytesMax + " bytes in a line; send what is large as a file",
                "bytes in a line",
                bytesMax);
    }

    /** The same in a text whose first line is another's line of this number. */
    Malformed onLine(int number) {
        return new Malformed(number + line - 1, column, reason, limit, bytesMax);
    }

    /** The line, from 1. */
    public int line() {
        return line;
    }

    /** The column in characters, from 1. */
    public int column() {
        return column;
    }

    /** What is wrong there. */
    public String reason() {
        return reason;
    }

    /** True when the only thing wrong is the number of bytes. */
    public boolean tooLarge() {
        return !limit.isEmpty();
    }

    /** What there is too much of, when that is the only thing wrong. */
    public String limit() {
        return limit;
    }

    /** How many bytes there may be at most, when that is the only thing wrong. */
    public long bytesMax() {
        return bytesMax;
    }
}
