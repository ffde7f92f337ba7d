package io.trove.api;

import io.trove.ledger.Burden;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * What every request and every answer has: an id, also in the log, and the headers that keep browsers out of trouble. What the
 * gate refused, or cannot be read, ends here, which is why the deployment descriptor names it before all others.
 */
public class Edge implements Filter {
    private static final String REFUSED = Edge.class.getName();

    @Inject
    private Cors cors;

    @Inject
    private Figures figures;

    @Override
    public void doFilter(ServletRequest anyRequest, ServletResponse anyResponse, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) anyRequest;
        var response = (HttpServletResponse) anyResponse;
        RequestId.of(request, response).enter();
        try (var burden = Burden.begin()) {
            SafeHeaders.write(request, response);
            cors.write(request, response);
            var refused = refused(request);
            if (refused.isPresent()) {
                refused.get().send(response, RequestId.of(request, response));
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            Packed.end(request);
            RequestId.leave();
        }
    }

    /** The gate says so of this request, which is answered here. */
    static void refuse(HttpServletRequest request, Problem problem) {
        request.setAttribute(REFUSED, problem);
    }

    private Optional<Problem> refused(HttpServletRequest request) {
        if (request.getAttribute(REFUSED) instanceof Problem problem) {
            return Optional.of(problem);
        }
        if (Places.isNowhere(request)) {
            return Optional.of(Problem.of(HttpServletResponse.SC_NOT_FOUND));
        }
        var illegible = Places.isApi(request) ? Head.refused(request).map(Problem::of) : Optional.<Problem>empty();
        illegible.ifPresent(problem -> figures.refused(problem.slug(), Optional.empty()));
        return illegible;
    }
}
