package io.trove.api;

import io.trove.access.IssuerUnavailable;
import io.trove.access.SignIn;
import io.trove.access.SignIn.Ended;
import io.trove.access.TooManyAttempts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way into the console over an OpenID Connect provider (the authorization code flow with RFC 7636): to its page, and back. What
 * belongs to an attempt lies in a cookie of its own, so that nothing is kept here of who only looks at the login page.
 */
@ApplicationScoped
class ProviderDoor {
    private static final String COOKIE = "TROVE_SIGN_IN";
    private static final int COOKIE_SECONDS = 600;
    private static final String REFUSED = Places.LOGIN + "?provider=refused";
    private static final String UNAVAILABLE = Places.LOGIN + "?provider=unavailable";

    @Inject
    private SignIn signIn;

    @Inject
    private Figures figures;

    boolean isAsked(HttpServletRequest request) {
        return request.getMethod().equals("GET") && Places.isOfProvider(request);
    }

    AuthenticationStatus answer(HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        RequestId.of(request, response);
        SafeHeaders.write(request, response);
        response.setHeader("Cache-Control", "no-store");
        try {
            return context.redirect(
                    Places.path(request).equals(Places.SIGN_IN) ? begin(request, response) : end(request, response));
        } catch (IssuerUnavailable | TooManyAttempts later) {
            return context.redirect(UNAVAILABLE);
        }
    }

    private String begin(HttpServletRequest request, HttpServletResponse response) {
        var begun = signIn.begin(parameter(request, "to"));
        begun.ifPresent(attempt -> keep(attempt.kept(), COOKIE_SECONDS, request, response));
        return begun.map(attempt -> attempt.page().toString()).orElse(REFUSED);
    }

    private String end(HttpServletRequest request, HttpServletResponse response) {
        keep("", 0, request, response);
        var ended = kept(request)
                .flatMap(kept -> signIn.end(
                        kept, parameter(request, "state"), parameter(request, "code"), request.getRemoteAddr()));
        ended.ifPresent(known -> Visitor.remember(request, known.caller()));
        if (ended.isEmpty()) {
            figures.notSignedIn();
        }
        return ended.map(Ended::to).orElse(REFUSED);
    }

    private static Optional<String> kept(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Lax, because the provider's page leads back here. */
    private static void keep(String value, int seconds, HttpServletRequest request, HttpServletResponse response) {
        var cookie = new Cookie(COOKIE, value);
        cookie.setPath("/console");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static String parameter(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }
}
