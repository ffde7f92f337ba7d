package io.trove.api;

import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.query.Order;
import io.trove.query.Query;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** What a schema would make of the history that is there; nothing is written. */
@ApplicationScoped
@Path("{organization}/{environment}/schemas/{id}/dry-run")
public class DryRunResource {
    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final long BODY_BYTES_MAX = 1L << 20;

    /** Each holds a thread and a processor for as long as it takes. */
    private static final int AT_ONCE_MAX = 4;

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    @Inject
    private Visits visits;

    @Inject
    private Registry registry;

    @Inject
    private Query query;

    @POST
    @Consumes({MediaType.APPLICATION_JSON, SchemasResource.SCHEMA_JSON})
    public Response dryRun(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            InputStream body)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        var registration = SchemasResource.registration(request, Json.parse(body, BODY_BYTES_MAX));
        var candidate = registry.candidate(visit.ledger(), id, registration);
        var ofType = Filter.of(Json.object(Map.of("type", List.of(id))));
        if (!places.tryAcquire()) {
            throw new DryRunsBusy(AT_ONCE_MAX);
        }
        var requestId = RequestId.of(request, response);
        StreamingOutput lines = out -> {
            var run = new DryRun(candidate, out, response::flushBuffer);
            try {
                query.stream(visit.sight(), ofType, Order.ASC, run::take);
                run.end();
            } catch (IOException gone) {
                LOG.log(System.Logger.Level.INFO, "Request " + requestId.value() + ": its client went away");
            } catch (RuntimeException failure) {
                run.end(ProblemMapper.problem(failure, requestId));
            } finally {
                places.release();
            }
        };
        return Response.ok(lines, Written.LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
