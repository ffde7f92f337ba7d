package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/** Whether a browser was led here by another site: the guard of everything that changes something. */
final class Origin {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");

    private Origin() {}

    static boolean isForeign(HttpServletRequest request) {
        return isForeign(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                request.getHeader("Host"),
                Visitor.hasSession(request));
    }

    /** Programs send neither site nor origin and bring their own credentials; browsers send at least one of them. */
    static boolean isForeign(String method, String site, String origin, String host, boolean hasSession) {
        if (SAFE.contains(method)) {
            return false;
        }
        if (site != null) {
            return !OWN.contains(site);
        }
        return origin == null ? hasSession : !isHost(origin, host);
    }

    /** Whether a page of the console asks, as browsers say (RFC 9110, 10.1.3). */
    static boolean isConsole(HttpServletRequest request) {
        var page = request.getHeader("Referer");
        return page != null && isHost(page, request.getHeader("Host")) && page.contains("/console/");
    }

    private static boolean isHost(String address, String host) {
        try {
            var authority = URI.create(address).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
