package io.trove.api;

import io.trove.access.AllowedOrigins;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets pages of listed sites ask the API, and no page of another (the Fetch standard's CORS protocol); without a list it is not
 * there. They bring credentials of their own: a browser's session with Trove is never theirs to use.
 */
@ApplicationScoped
class Cors {
    private static final String METHODS = "GET, HEAD, POST, PUT, PATCH, DELETE";
    private static final String SHOWN =
            "Content-Digest, Content-Disposition, Content-Range, ETag, Idempotency-Replayed, Link, Location, "
                    + RequestId.HEADER + ", Repr-Digest, Retry-After";
    private static final Pattern NAMES = Pattern.compile("[A-Za-z0-9-]{1,64}(, ?[A-Za-z0-9-]{1,64}){0,40}");
    private static final String REMEMBERED_SECONDS = "600";
    static final String ORIGIN = "Origin";

    @Inject
    @ConfigProperty(name = AllowedOrigins.VARIABLE)
    private Optional<String> setting;

    private AllowedOrigins allowed;

    @PostConstruct
    void read() {
        allowed = AllowedOrigins.of(setting.orElse(""));
    }

    boolean hasSites() {
        return !allowed.isEmpty();
    }

    /** Whether a page of a listed site asks the API, without a session. */
    boolean isAllowed(HttpServletRequest request) {
        return allowed.has(request.getHeader(ORIGIN)) && Places.isApi(request) && !Visitor.hasSession(request);
    }

    /** Whether a browser asks beforehand, without credentials, for a page of a listed site. */
    boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Access-Control-Request-Method") != null
                && isAllowed(request);
    }

    AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response) {
        SafeHeaders.write(request, response);
        write(request, response);
        response.setHeader("Access-Control-Allow-Methods", METHODS);
        var asked = request.getHeader("Access-Control-Request-Headers");
        if (asked != null && NAMES.matcher(asked).matches()) {
            response.setHeader("Access-Control-Allow-Headers", asked);
        }
        response.setHeader("Access-Control-Max-Age", REMEMBERED_SECONDS);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        try {
            response.flushBuffer();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        return AuthenticationStatus.SEND_FAILURE;
    }

    /** What lets a listed site's page read the answer. */
    void write(HttpServletRequest request, HttpServletResponse response) {
        if (allowed.isEmpty() || !Places.isApi(request)) {
            return;
        }
        if (!response.getHeaders("Vary").contains(ORIGIN)) {
            response.addHeader("Vary", ORIGIN);
        }
        if (isAllowed(request)) {
            response.setHeader("Access-Control-Allow-Origin", request.getHeader(ORIGIN));
            response.setHeader("Access-Control-Expose-Headers", SHOWN);
        }
    }
}
