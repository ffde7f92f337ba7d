package io.trove.api;

import io.trove.query.PageRequest;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Whole numbers in an address. */
final class Numbers {
    private static final Pattern DIGITS = Pattern.compile("-?[0-9]+");

    private Numbers() {}

    /** How large a page is wanted; its bounds are the reader's affair. */
    static int limit(String text) {
        return text == null ? PageRequest.LIMIT_DEFAULT : number("limit", text);
    }

    static OptionalInt version(String text) {
        return text == null ? OptionalInt.empty() : OptionalInt.of(number("version", text));
    }

    static long position(String text) {
        return whole("position", text);
    }

    /** How many events a tree has, when it is said. */
    static OptionalLong size(String name, String text) {
        return text == null ? OptionalLong.empty() : OptionalLong.of(whole(name, text));
    }

    /** A number that must be there. */
    static long whole(String name, String text) {
        try {
            return Long.parseLong(digits(name, text));
        } catch (NumberFormatException e) {
            throw refused(name, text);
        }
    }

    static int number(String name, String text) {
        try {
            return Integer.parseInt(digits(name, text));
        } catch (NumberFormatException e) {
            throw refused(name, text);
        }
    }

    /** Java would take a plus, and the digits of any script. */
    private static String digits(String name, String text) {
        if (text == null || !DIGITS.matcher(text).matches()) {
            throw refused(name, text);
        }
        return text;
    }

    private static ParameterRefused refused(String name, String text) {
        return new ParameterRefused(name, text, "a whole number");
    }
}
