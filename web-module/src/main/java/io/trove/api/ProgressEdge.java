package io.trove.api;

import io.trove.access.Permission;
import io.trove.refusal.Refusal;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code GET …/jobs/{job}/progress}: leads a request to those who are told of a job while it goes on. */
@WebFilter(urlPatterns = "/api/*", asyncSupported = true)
public class ProgressEdge extends HttpFilter {

    /** The operation that is served here and not by a resource, as the description names it. */
    static final String OPERATION = "get /api/{organization}/{environment}/jobs/{job}/progress";

    private static final long serialVersionUID = 1L;
    private static final Pattern PROGRESS = Pattern.compile("/api/([^/]+)/([^/]+)/jobs/([^/]+)/progress");

    @Inject
    private transient Visits visits;

    @Inject
    private transient Watchers watchers;

    @Inject
    private transient Figures figures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Matcher progress = PROGRESS.matcher(request.getRequestURI());
        if (!progress.matches() || !request.getMethod().equals("GET")) {
            chain.doFilter(request, response);
            return;
        }
        RequestId.of(request, response);
        try {
            var ledger =
                    visits.toTree(progress.group(1), progress.group(2), request, Permission.JOBS_READ, "Reading jobs");
            SseText.requireAccepted(request);
            watchers.add(ledger, Numbers.whole("job", progress.group(3)), request, response);
        } catch (Refusal refusal) {
            refuse(refusal, request, response);
        } catch (EJBException wrapped) {
            if (!(wrapped.getCause() instanceof Refusal refusal)) {
                throw wrapped;
            }
            refuse(refusal, request, response);
        }
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        figures.refused(refusal.slug(), Visits.visited(request));
        Problem.of(refusal).send(response, RequestId.of(request, response));
    }
}
