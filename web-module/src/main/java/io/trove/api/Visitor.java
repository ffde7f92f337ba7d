package io.trove.api;

import io.trove.access.OwnPasswordSet;
import io.trove.ledger.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Who makes this request, and whom a session remembers. */
@Dependent
public class Visitor {
    private static final String ATTRIBUTE = Caller.class.getName();

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
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Under a new session id, so that one that somebody planted is worth nothing. */
    static void remember(HttpServletRequest request, Caller caller) {
        request.getSession(true);
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, caller);
    }

    /** The session that somebody set their password in goes on; all others that the old one opened end. */
    void goOn(@Observes OwnPasswordSet set, HttpServletRequest request) {
        if (hasSession(request)) {
            remember(request, set.caller());
        }
    }
}
