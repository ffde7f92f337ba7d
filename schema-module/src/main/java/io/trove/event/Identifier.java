package io.trove.event;

import java.nio.charset.StandardCharsets;

/** The texts that types, entities, events and whatever else is asked for are called by. */
public final class Identifier {
    private Identifier() {}

    /**
     * It has no control characters, and does not end with a space: in SQL a text is the same with spaces behind it, and Derby cannot be
     * told otherwise.
     */
    public static boolean isOne(String text) {
        return !text.isEmpty() && !endsWithSpace(text) && !hasControl(text);
    }

    /** The same, of so many bytes at most. */
    public static boolean isOne(String text, int bytesMax) {
        return isOne(text) && text.getBytes(StandardCharsets.UTF_8).length <= bytesMax;
    }

    /** How a refusal says so. */
    public static String wanted(int bytesMax) {
        return "a text of 1 to %d bytes without control characters or a space at its end".formatted(bytesMax);
    }

    static boolean endsWithSpace(String text) {
        return text.charAt(text.length() - 1) == ' ';
    }

    /** Whether a text has control characters, which no database takes well. */
    public static boolean hasControl(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
