package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;

/** The headers that keep a browser from guessing types, framing pages, leaking addresses and running what is not ours. */
final class SafeHeaders {
    private static final String NOTHING_RUNS =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private SafeHeaders() {}

    /** PrimeFaces writes the policy of the console's pages, because it carries the response's nonce. */
    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure() && !LOOPBACK.contains(request.getServerName())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (Places.isPage(request)) {
            response.setHeader("Cache-Control", "no-store");
        } else {
            response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        }
    }
}
