package io.trove.event;

/** How much one event may hold. */
public record Limits(int linksMax, int filesMax, int indexKeysMax) {
    public static final Limits DEFAULT = new Limits(64, 64, 1_000);
}
