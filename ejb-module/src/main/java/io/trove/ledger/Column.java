package io.trove.ledger;

/** A column that rows are written to: its name and what it holds. */
public record Column(String name, Kind kind) {

    /** What a column holds. */
    public enum Kind {
        NUMBER,
        TEXT,
        BYTES
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column bytes(String name) {
        return new Column(name, Kind.BYTES);
    }
}
