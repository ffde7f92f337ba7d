package io.trove.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A name and a password as RFC 7617 sends them, in UTF-8. */
record BasicCredentials(String name, char[] password) {
    private static final String SCHEME = "Basic ";

    /** An empty name and password, which nobody has, when the header is not understood. */
    static BasicCredentials decoded(String header) {
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return nobody();
        }
        try {
            var both = new String(
                    Base64.getDecoder().decode(header.substring(SCHEME.length()).trim()), StandardCharsets.UTF_8);
            var colon = both.indexOf(':');
            return colon < 0
                    ? nobody()
                    : new BasicCredentials(
                            both.substring(0, colon), both.substring(colon + 1).toCharArray());
        } catch (IllegalArgumentException e) {
            return nobody();
        }
    }

    private static BasicCredentials nobody() {
        return new BasicCredentials("", new char[0]);
    }
}
