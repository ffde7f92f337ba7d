package io.trove.merkle;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A tile of C2SP {@code tlog-tiles}: {@code width} hashes at a level that is every eighth of the tree's, from {@code
 * index * 256} on. A tile of 256 is full and never changes; one of fewer is the right edge of a tree of some size.
 */
public record Tile(int level, long index, int width) {

    /** The hashes of a full tile. */
    public static final int WIDTH = 256;

    /** The levels of the tree that a level of tiles stands for. */
    public static final int HEIGHT = 8;

    private static final int LEVEL_MAX = 63;
    private static final int INDEX_DIGITS_MAX = 18;
    private static final Pattern INDEX = Pattern.compile("((?:x[0-9]{3}/)*)([0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > LEVEL_MAX || index < 0 || width < 1 || width > WIDTH) {
            throw new ProofInvalid("There is no tile %d of level %d with %d hashes".formatted(index, level, width));
        }
    }

    /** The tile that {@code tlog-tiles} names so, after {@code tile/<level>/} or {@code tile/entries/}; none for another text. */
    public static Optional<Tile> parse(int level, String path) {
        Matcher found = INDEX.matcher(path);
        if (level < 0 || level > LEVEL_MAX || !found.matches()) {
            return Optional.empty();
        }
        String digits = found.group(1).replaceAll("[x/]", "") + found.group(2);
        boolean padded = digits.length() > 3 && digits.startsWith("000");
        int width = found.group(3) == null ? WIDTH : Integer.parseInt(found.group(3));
        if (digits.length() > INDEX_DIGITS_MAX || padded || (found.group(3) != null && width >= WIDTH)) {
            return Optional.empty();
        }
        return Optional.of(new Tile(level, Long.parseLong(digits), width));
    }

    /** The tile's name after {@code tile/<level>/}. */
    public String path() {
        var parts = new ArrayList<String>();
        for (long rest = index; parts.isEmpty() || rest > 0; rest /= 1000) {
            parts.add(0, (parts.isEmpty() ? "" : "x") + "%03d".formatted(rest % 1000));
        }
        return String.join("/", parts) + (isFull() ? "" : ".p/" + width);
    }

    /** How many hashes of this tile a tree of that size has; none when it is beyond the right edge. */
    public static int width(int level, long index, long size) {
        int shift = level * HEIGHT;
        long hashes = shift >= Long.SIZE ? 0 : size >> shift;
        return (int) Math.max(0, Math.min(WIDTH, hashes - index * WIDTH));
    }

    public boolean isFull() {
        return width == WIDTH;
    }

    /** The index of its first hash at its level. */
    public long start() {
        return index * WIDTH;
    }
}
