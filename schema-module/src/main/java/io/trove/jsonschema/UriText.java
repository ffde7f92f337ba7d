package io.trove.jsonschema;

import java.util.regex.Pattern;

/** A URI or a reference to one as RFC 3986 has it, or RFC 3987 with characters beyond ASCII. */
final class UriText {

    private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*");
    private static final Pattern PORT = Pattern.compile("[0-9]*");
    private static final Pattern FUTURE_ADDRESS = Pattern.compile("[vV][0-9a-fA-F]+\\.[a-zA-Z0-9._~!$&'()*+,;=:-]+");
    private static final Pattern ZONED = Pattern.compile("[fF][eE][89abAB][0-9a-fA-F:.]+%25[a-zA-Z0-9._~%-]+");

    private static final String OF_NAMES = "._~-!$&'()*+,;=%";
    private static final String OF_USERS = OF_NAMES + ":";
    private static final String OF_PATHS = OF_USERS + "@/";
    private static final String OF_QUERIES = OF_PATHS + "?";

    private final boolean international;

    private UriText(boolean international) {
        this.international = international;
    }

    /** Whether it is one, with a scheme where a reference will not do. */
    static boolean is(String text, boolean absolute, boolean international) {
        return areEscapes(text) && new UriText(international).isReference(text, absolute);
    }

    /** Every % has two digits after it. */
    static boolean areEscapes(String text) {
        for (int at = text.indexOf('%'); at >= 0; at = text.indexOf('%', at + 1)) {
            if (at + 2 >= text.length() || !isHex(text.charAt(at + 1)) || !isHex(text.charAt(at + 2))) {
                return false;
            }
        }
        return true;
    }

    private boolean isReference(String text, boolean absolute) {
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        String before = hash < 0 ? text : text.substring(0, hash);
        int mark = before.indexOf('?');
        String query = mark < 0 ? "" : before.substring(mark + 1);
        String hierarchy = mark < 0 ? before : before.substring(0, mark);
        int colon = hierarchy.indexOf(':');
        int slash = hierarchy.indexOf('/');
        boolean schemed = colon >= 0 && (slash < 0 || colon < slash);
        if (schemed && !SCHEME.matcher(hierarchy.substring(0, colon)).matches()) {
            return false;
        }
        return (schemed || !absolute)
                && isPlace(schemed ? hierarchy.substring(colon + 1) : hierarchy)
                && consists(query, OF_QUERIES, true)
                && consists(fragment, OF_QUERIES, false);
    }

    private boolean isPlace(String place) {
        if (!place.startsWith("//")) {
            return consists(place, OF_PATHS, false);
        }
        int slash = place.indexOf('/', 2);
        String authority = slash < 0 ? place.substring(2) : place.substring(2, slash);
        return isAuthority(authority) && (slash < 0 || consists(place.substring(slash), OF_PATHS, false));
    }

    private boolean isAuthority(String authority) {
        int user = authority.lastIndexOf('@');
        String host = authority.substring(user + 1);
        if (user >= 0 && !consists(authority.substring(0, user), OF_USERS, false)) {
            return false;
        }
        int literal = host.startsWith("[") ? host.indexOf(']') : -1;
        int end = literal < 0 ? host.indexOf(':') : literal + 1;
        String name = end < 0 ? host : host.substring(0, end);
        String port = end < 0 ? "" : host.substring(end);
        boolean ported = port.isEmpty()
                || (port.charAt(0) == ':' && PORT.matcher(port.substring(1)).matches());
        return ported && (literal < 0 ? consists(name, OF_NAMES, false) : isAddress(host.substring(1, literal)));
    }

    /** IPv6, that of a link with its zone too, or what is yet to come. */
    private static boolean isAddress(String literal) {
        boolean zoned = ZONED.matcher(literal).matches();
        return IpText.isV6(zoned ? literal.substring(0, literal.indexOf('%')) : literal)
                || FUTURE_ADDRESS.matcher(literal).matches();
    }

    private boolean consists(String part, String signs, boolean privately) {
        return part.codePoints()
                .allMatch(c -> isLetterOrDigit(c)
                        || signs.indexOf(c) >= 0
                        || (international && (isBeyondAscii(c) || (privately && isPrivate(c)))));
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static boolean isHex(char c) {
        return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F') || (c >= '0' && c <= '9');
    }

    /** The ucschar of RFC 3987. */
    static boolean isBeyondAscii(int c) {
        boolean first = (c >= 0xa0 && c <= 0xd7ff) || (c >= 0xf900 && c <= 0xfdcf) || (c >= 0xfdf0 && c <= 0xffef);
        boolean further = c >= 0x10000 && c <= 0xefffd && (c & 0xffff) <= 0xfffd && (c < 0xe0000 || c >= 0xe1000);
        return first || further;
    }

    /** The iprivate of RFC 3987. */
    static boolean isPrivate(int c) {
        return (c >= 0xe000 && c <= 0xf8ff) || (c >= 0xf0000 && (c & 0xffff) <= 0xfffd);
    }
}
