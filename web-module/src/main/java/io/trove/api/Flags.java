package io.trove.api;

/** What is on or off in an address. */
final class Flags {
    private Flags() {}

    /** Off without a value. */
    static boolean of(String name, String text) {
        if (text == null || text.equals("false")) {
            return false;
        }
        if (text.equals("true")) {
            return true;
        }
        throw new ParameterRefused(name, text, "true or false");
    }
}
