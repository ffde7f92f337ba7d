package io.trove.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** What lies where below the root, by the path as the container decoded it. */
final class Places {
    /** Only the container itself leads there. */
    static final String ERROR = "/WEB-INF/error";

    /** A checkpoint says itself whose it is: its signature is the only credential that a witness asks for. */
    static final String WITNESS = "/api/witness/add-checkpoint";

    static final String LOGIN = "/console/login";

    /** Leads to the page of an OpenID Connect provider, which leads back to {@link #SIGNED_IN}. */
    static final String SIGN_IN = "/console/sign-in";

    static final String SIGNED_IN = "/console/signed-in";
    private static final String FACES = "/faces/";
    private static final String RESOURCES = FACES + "jakarta.faces.resource/";

    /** Longer than any address of a resource of the console. */
    private static final int RESOURCE_LENGTH_MAX = 400;

    private static final Set<String> OPEN = Set.of("/", LOGIN, WITNESS, "/favicon.ico", "/robots.txt", ERROR);

    private Places() {}

    static String path(HttpServletRequest request) {
        var info = request.getPathInfo();
        return info == null ? request.getServletPath() : request.getServletPath() + info;
    }

    /** Open to who did not say who they are; everything else is not. */
    static boolean isOpen(HttpServletRequest request) {
        var path = path(request);
        return OPEN.contains(path) || (path.startsWith(RESOURCES) && !path.contains(".."));
    }

    /** Nothing can be there; Faces would remember that of each such address. */
    static boolean isNowhere(HttpServletRequest request) {
        var query = request.getQueryString();
        return path(request).startsWith(FACES)
                && path(request).length() + (query == null ? 0 : query.length()) > RESOURCE_LENGTH_MAX;
    }

    static boolean isOfProvider(HttpServletRequest request) {
        var path = path(request);
        return path.equals(SIGN_IN) || path.equals(SIGNED_IN);
    }

    static boolean isApi(HttpServletRequest request) {
        var path = path(request);
        return path.equals("/api") || path.startsWith("/api/");
    }

    static boolean isPage(HttpServletRequest request) {
        return path(request).startsWith("/console/");
    }
}
