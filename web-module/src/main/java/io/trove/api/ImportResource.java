package io.trove.api;

import io.trove.event.JsonLines;
import io.trove.event.TraceParent;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.query.Query;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Importing into a ledger: lines without end, of which those that are events are appended. */
@ApplicationScoped
@Path("{organization}/{environment}/events/import")
public class ImportResource {
    private static final System.Logger LOG = System.getLogger("io.trove.api");

    /** Each holds a thread for as long as its client takes. */
    private static final int AT_ONCE_MAX = 32;

    /** A line may be longer than the event that it says: blanks, escapes, and what a dialect adds. */
    private static final int LINE_TO_EVENT_MAX = 4;

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    @Inject
    private Visits visits;

    @Inject
    private Appender appender;

    @Inject
    private Query query;

    @Inject
    private Registry registry;

    @POST
    public Response importEvents(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("dialect") String dialect,
            @QueryParam("onError") String onError,
            @QueryParam("each") String each,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response,
            InputStream in) {
        var visit = visits.toAppend(organization, environment, request);
        var spoken = Written.lines(request.getContentType(), dialect);
        var untilRefused = untilRefused(onError);
        requireNone(each);
        var ids = ImportedIds.of(visit.caller(), Keys.of(key));
        var trace = Optional.ofNullable(traceparent).flatMap(TraceParent::read);
        appender.requireAdmitted(visit.ledger(), visit.caller());
        var lines = JsonLines.endless(
                in, Math.toIntExact(LINE_TO_EVENT_MAX * appender.bounds().eventBytesMax()));
        var running = new Import(
                lines,
                () -> Drafts.ofExports(spoken, appender.bounds().limits(), id -> query.entityType(visit.sight(), id)),
                ids,
                drafts -> appender.appendEach(
                        visit.ledger(), visit.caller(), Append.of(drafts).traced(trace), untilRefused),
                drafts -> registry.warningsOfEach(visit.ledger(), spoken.name(), drafts),
                untilRefused);
        if (!places.tryAcquire()) {
            throw new ImportsBusy(AT_ONCE_MAX);
        }
        var id = RequestId.of(request, response);
        StreamingOutput progress = out -> run(running, new ImportProgress(out, response::flushBuffer), id);
        return Response.ok(progress, Written.LINES)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void run(Import running, ImportProgress progress, RequestId id) throws IOException {
        try {
            runOrSay(running, progress, id);
        } catch (IOException gone) {
            LOG.log(Level.INFO, "Request " + id.value() + ": its client went away, after " + running.tally());
        } finally {
            places.release();
        }
    }

    private static void runOrSay(Import running, ImportProgress progress, RequestId id) throws IOException {
        try {
            running.run(progress);
        } catch (RuntimeException failure) {
            running.broken(progress, ProblemMapper.problem(failure, id));
        }
    }

    private static void requireNone(String each) {
        if (each != null) {
            throw new ParameterRefused(
                    "each", each, "none in an import: a line is one event; name its target in entity.id");
        }
    }

    private static boolean untilRefused(String onError) {
        if (onError == null || onError.equals("continue")) {
            return false;
        }
        if (onError.equals("stop")) {
            return true;
        }
        throw new ParameterRefused("onError", onError, "continue or stop");
    }
}
