package io.trove.event;

import java.nio.charset.StandardCharsets;

/** Names of members that were met before, so that the same few are not made anew for each document. */
final class Names {
    /** Longer ones are not remembered. */
    static final int LENGTH_MAX = 32;

    private static final int PLACES = 1 << 10;

    /** Each where its hash leads; whichever thread wrote there last is right, because what is found is compared and never changes. */
    private static final String[] MET = new String[PLACES];

    private Names() {}

    /** The name that these bytes are, all of them of ASCII. */
    static String of(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int place = (hash ^ (hash >>> 10)) & (PLACES - 1);
        String met = MET[place];
        if (met != null && is(met, bytes, from, to)) {
            return met;
        }
        var name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        MET[place] = name;
        return name;
    }

    private static boolean is(String name, byte[] bytes, int from, int to) {
        int length = to - from;
        if (name.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (name.charAt(i) != bytes[from + i]) {
                return false;
            }
        }
        return true;
    }
}
