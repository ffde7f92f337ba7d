package io.trove.api;

import io.trove.query.PageRequest;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Whole numbers in an address. */
final class Numbers {
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
            return Long.parseLong(String.valueOf(text));
        } catch (NumberFormatException e) {
            throw new ParameterRefused(name, String.valueOf(text), "a whole number", e);
        }
    }

    static int number(String name, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new ParameterRefused(name, text, "a whole number", e);
        }
    }
}
