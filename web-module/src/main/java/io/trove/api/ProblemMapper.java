package io.trove.api;

import io.trove.access.Failures;
import io.trove.event.Invalid;
import io.trove.event.Malformed;
import io.trove.ledger.StoreUnavailable;
import io.trove.refusal.Refusal;
import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;

/** Turns whatever is thrown into a problem document; what nobody foresaw is logged once and told to nobody. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final int FORBIDDEN = Response.Status.FORBIDDEN.getStatusCode();
    private static final System.Logger LOG = System.getLogger("io.trove.api");

    /** What Liberty throws as a bean's method returns whose connection the database broke: whatever came of it, nobody was told. */
    private static final String UNFINISHED = "com.ibm.ws.LocalTransaction.InconsistentLocalTranException";

    @Context
    private HttpServletRequest request;

    @Context
    private HttpServletResponse response;

    @Inject
    private Figures figures;

    @Inject
    private Failures failures;

    @Override
    public Response toResponse(Throwable thrown) {
        var id = RequestId.of(request, response);
        var problem = problem(thrown, id);
        figures.refused(problem.slug(), Visits.visited(request));
        if (problem.status() == FORBIDDEN) {
            Visitor.known(request).ifPresent(failures::forbidden);
        }
        var answer = Response.status(problem.status())
                .header(RequestId.HEADER, id.value())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .type(Problem.MEDIA_TYPE)
                .entity(problem.document(id));
        problem.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, Problem.seconds(wait)));
        if (thrown instanceof WebApplicationException web
                && !web.getResponse().getAllowedMethods().isEmpty()) {
            answer.allow(web.getResponse().getAllowedMethods());
        }
        return answer.build();
    }

    /** What is told of it; what nobody foresaw is logged. */
    static Problem problem(Throwable thrown, RequestId id) {
        if (thrown instanceof Refusal refusal) {
            return Problem.of(refusal);
        }
        if (thrown instanceof Malformed malformed) {
            return Problem.of(malformed);
        }
        if (thrown instanceof Invalid invalid) {
            return Problem.of(invalid);
        }
        if (thrown instanceof InvalidAt invalid) {
            return Problem.of(invalid);
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return Problem.of(web.getResponse().getStatus());
        }
        if (thrown instanceof EJBException && thrown.getCause() != null) {
            return problem(thrown.getCause(), id);
        }
        if (thrown.getClass().getName().equals(UNFINISHED)) {
            return Problem.of(StoreUnavailable.unclear(thrown));
        }
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            return Problem.of(
                    "body-incomplete",
                    "The body is incomplete",
                    400,
                    "It ended before it was whole, or is not compressed as Content-Encoding says, or more than 200 times; send it again.");
        }
        LOG.log(Level.ERROR, "Request " + id.value() + " failed", thrown);
        return Problem.of(500);
    }
}
