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

    private static boolean isHost(String origin, String host) {
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
