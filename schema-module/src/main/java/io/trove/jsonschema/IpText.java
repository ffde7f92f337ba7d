package io.trove.jsonschema;

import java.util.regex.Pattern;

/** Addresses as texts: RFC 3986 and RFC 5321 have them in brackets. */
final class IpText {

    private static final int V6_LENGTH_MAX = 45;
    private static final int GROUPS = 8;
    private static final int TOO_MANY = GROUPS + 1;

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");

    private IpText() {}

    static boolean isV4(String text) {
        return V4.matcher(text).matches();
    }

    static boolean isV6(String text) {
        if (text.length() > V6_LENGTH_MAX) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == GROUPS;
        }
        String before = text.substring(0, gap);
        String after = text.substring(gap + 2);
        int left = before.isEmpty() ? 0 : groups(before, false);
        int right = after.isEmpty() ? 0 : groups(after, true);
        return left + right < GROUPS;
    }

    /** How many groups of 16 bits these are, an address of IPv4 at the end being two. */
    private static int groups(String text, boolean last) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else if (last && i == parts.length - 1 && isV4(parts[i])) {
                count += 2;
            } else {
                return TOO_MANY;
            }
        }
        return count;
    }
}
