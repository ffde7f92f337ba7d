package io.trove.api;

import io.trove.ledger.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who makes this request, and whom a session remembers. */
@Dependent
public class Visitor {
    private static final String ATTRIBUTE = Caller.class.getName();
    private static final String PASSWORD = ATTRIBUTE + ".password";

    /** The caller of the request that is being answered. */
    @Produces
    @Dependent
    Caller current(HttpServletRequest request) {
        return of(request);
    }

    static Caller of(HttpServletRequest request) {
        return known(request)
                .orElseThrow(() -> new IllegalStateException("Nobody is known for " + request.getRequestURI()));
    }

    /** The caller of a request, if somebody said who they are. */
    static Optional<Caller> known(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    static void enter(HttpServletRequest request, Caller caller) {
        request.setAttribute(ATTRIBUTE, caller);
    }

    static boolean hasSession(HttpServletRequest request) {
        return remembered(request).isPresent();
    }

    /** Who signed in in the session of a request, whatever has become of them. */
    static Optional<Caller> remembered(HttpServletRequest request) {
        return attribute(request, ATTRIBUTE, Caller.class);
    }

    /** What stands for the password that the session was opened with. */
    static Optional<String> password(HttpServletRequest request) {
        return attribute(request, PASSWORD, String.class);
    }

    private static <T> Optional<T> attribute(HttpServletRequest request, String name, Class<T> type) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(name))
                .filter(type::isInstance)
                .map(type::cast);
    }

    /** Under a new session id, so that one that somebody planted is worth nothing. */
    static void remember(HttpServletRequest request, Caller caller, Optional<String> password) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, caller);
        keep(request, password);
    }

    /** The session goes on with this password; all others of the caller end. */
    public static void keep(HttpServletRequest request, Optional<String> password) {
        if (hasSession(request)) {
            request.getSession().setAttribute(PASSWORD, password.orElse(null));
        }
    }
}
