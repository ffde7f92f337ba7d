package io.trove.api;

import io.trove.access.Access;
import io.trove.access.SignIn;
import io.trove.ledger.Caller;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** The one door: a name and password, an API key or a token with the request, a session of the console, or the login page. */
@ApplicationScoped
public class Gate implements HttpAuthenticationMechanism {
    private static final String KEYS = "Bearer realm=\"Trove\"";
    private static final String CHALLENGE = "Basic realm=\"Trove\", charset=\"UTF-8\", " + KEYS;
    private static final String AUTHORIZATION = "Authorization";
    private static final String BEARER = "Bearer ";

    @Inject
    private Access access;

    @Inject
    private SignIn signIn;

    @Inject
    private ProviderDoor provider;

    @Inject
    private Figures figures;

    @Inject
    private Cors cors;

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        notBasic(context);
        if (cors.isPreflight(request)) {
            return cors.answer(request, response);
        }
        if (Origin.isForeign(request) && !cors.isAllowed(request)) {
            return refuse(request, context, foreign());
        }
        if (provider.isAsked(request)) {
            return provider.answer(request, response, context);
        }
        try {
            return context.isAuthenticationRequest() ? logIn(request, context) : admit(request, response, context);
        } catch (Refusal refusal) {
            figures.notSignedIn();
            return refuse(request, context, Problem.of(refusal));
        }
    }

    /** Of a mechanism called BASIC the container reads the header once more, for an audit, and fails loudly when it cannot. */
    @SuppressWarnings("unchecked")
    private static void notBasic(HttpMessageContext context) {
        context.getMessageInfo().getMap().put("jakarta.servlet.http.authType", "Trove");
    }

    /**
     * What a page of the console asks, it asks as who signed in there, whatever name the browser remembers besides. The container is
     * not told: it would sign a token of its own for each request, a millisecond of CPU each time. */
    private AuthenticationStatus admit(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        var caller =
                request.getHeader(AUTHORIZATION) == null || (Origin.isConsole(request) && Visitor.hasSession(request))
                        ? Visitor.remembered(request).filter(signIn::holds)
                        : verified(request);
        caller.ifPresent(known -> Visitor.enter(request, known));
        if (caller.isPresent() || Places.isOpen(request)) {
            return context.doNothing();
        }
        return Places.isApi(request) || request.getHeader(AUTHORIZATION) != null
                ? challenge(request, response, context)
                : redirectToLogin(request, response, context);
    }

    /** What is not done leaves the answer to the login page, and what was refused leaves it the reason. */
    private AuthenticationStatus logIn(HttpServletRequest request, HttpMessageContext context) {
        if (!(context.getAuthParameters().getCredential() instanceof UsernamePasswordCredential given)) {
            return context.doNothing();
        }
        try {
            var caller =
                    access.authenticate(given.getCaller(), given.getPassword().getValue(), request.getRemoteAddr());
            caller.ifPresent(known -> Visitor.remember(request, known));
            if (caller.isEmpty()) {
                figures.notSignedIn();
            }
            return caller.map(known -> context.notifyContainerAboutLogin(known.id(), Set.of()))
                    .orElseGet(context::doNothing);
        } catch (Refusal refusal) {
            request.setAttribute(Refusal.class.getName(), refusal);
            return context.doNothing();
        }
    }

    private Optional<Caller> verified(HttpServletRequest request) {
        var header = request.getHeader(AUTHORIZATION);
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return access.authenticate(header.substring(BEARER.length()).strip(), request.getRemoteAddr());
        }
        var basic = BasicCredentials.decoded(header);
        return access.authenticate(basic.name(), basic.password(), request.getRemoteAddr());
    }

    private AuthenticationStatus challenge(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        response.setHeader("WWW-Authenticate", isBrowser(request) ? KEYS : CHALLENGE);
        var problem = Problem.of(401);
        if (request.getHeader(AUTHORIZATION) == null) {
            return refuse(request, context, problem);
        }
        figures.notSignedIn();
        return refuse(
                request,
                context,
                problem.saying(
                        "The name, the password or the API key is wrong, or the Authorization header is not understood."));
    }

    /**
     * Of a name and password a browser would ask by itself, wait for them, and send them with whatever it asks from then on, also when
     * somebody else has signed in.
     */
    private static boolean isBrowser(HttpServletRequest request) {
        return request.getHeader("Sec-Fetch-Mode") != null || request.getRequestedSessionId() != null;
    }

    private static AuthenticationStatus redirectToLogin(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        RequestId.of(request, response);
        SafeHeaders.write(request, response);
        var query = request.getQueryString();
        var wanted = query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return context.redirect(Places.LOGIN + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }

    /** At the edge: behind a refusal from here the container goes on to report what it takes for an error. */
    private static AuthenticationStatus refuse(
            HttpServletRequest request, HttpMessageContext context, Problem problem) {
        Edge.refuse(request, problem);
        return context.doNothing();
    }

    private static Problem foreign() {
        return Problem.of(
                "foreign-origin",
                "This came from another site",
                403,
                "A browser sent this request from a page of another site; send it from Trove's own pages or without a browser.");
    }
}
