package io.trove.api;

import io.trove.access.Access;
import io.trove.event.Draft;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.event.TraceParent;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Bounds;
import io.trove.query.Query;
import io.trove.registry.Registry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Appending to a ledger: events in any dialect, one or several, and new versions of an event. */
@ApplicationScoped
@Path("{organization}/{environment}/events")
public class AppendResource {
    @Inject
    private Access access;

    @Inject
    private Visits visits;

    @Inject
    private Appender appender;

    @Inject
    private Query query;

    @Inject
    private Versions versions;

    @Inject
    private WithFiles withFiles;

    @Inject
    private Producers producers;

    @Inject
    private Registry registry;

    private Bounds bounds;

    @PostConstruct
    void begin() {
        bounds = appender.bounds();
    }

    @POST
    public Response append(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("dialect") String dialect,
            @QueryParam("each") String each,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.toAppend(organization, environment, request);
        var boundary = PartHeaders.boundary(request.getContentType());
        if (boundary.isPresent()) {
            requireNone("dialect", dialect);
            requireNone("each", each);
            return withFiles.append(
                    visit,
                    new Multipart(in, boundary.get()),
                    drafts -> Append.of(drafts).withKey(Keys.of(key)).traced(trace(traceparent)));
        }
        var written = written(request, dialect);
        var isEach = Flags.of("each", each);
        var asked = asked(visit, written, isEach, request, in);
        var append = asked.append().withKey(Keys.of(key)).traced(trace(traceparent));
        var receipts = asked.refusal().isEmpty()
                ? appender.append(visit.ledger(), visit.caller(), append)
                : appender.again(visit.ledger(), visit.caller(), append).orElseThrow(asked.refusal()::get);
        var warnings = registry.warnings(visit.ledger(), written.dialect().name(), append.drafts());
        return asked.isOne()
                ? Receipts.one(visit.ledger(), receipts.get(0), warnings)
                : Receipts.several(receipts, warnings);
    }

    /**
     * What a body asks for, whether for one event, and why that is refused unless it had its effect before; the body's JSON,
     * several times as large, is not kept beside it.
     */
    private record Asked(Append append, boolean isOne, Optional<RuntimeException> refusal) {}

    private Asked asked(Visits.Visit visit, Written written, boolean isEach, HttpServletRequest request, InputStream in)
            throws IOException {
        var body = Bodies.read(written, () -> headers(request), body(request, in), bounds);
        body.unless()
                .ifPresent(condition -> access.requireShown(visit.sight(), condition.matches(), "An append condition"));
        var drafts = new Drafts(written.dialect(), isEach, bounds.limits(), id -> query.entityType(visit.sight(), id))
                .producedBy(event -> producers.fields(visit.sight(), event));
        var isOne = body.isOne() && !isEach;
        try {
            return new Asked(append(visit, body, drafts.of(body)), isOne, Optional.empty());
        } catch (Invalid | InvalidAt refusal) {
            return new Asked(append(visit, body, asSent(drafts, body, refusal)), isOne, Optional.of(refusal));
        }
    }

    /** Perhaps only its targets are not found any more. */
    private static List<Draft> asSent(Drafts drafts, Body body, RuntimeException refusal) {
        try {
            return drafts.untargeted().of(body);
        } catch (Invalid | InvalidAt also) {
            throw refusal;
        }
    }

    private static Append append(Visits.Visit visit, Body body, List<Draft> drafts) {
        return Append.of(drafts)
                .expecting(body.expected())
                .unless(body.unless())
                .seeing(visit.sight().extent());
    }

    @POST
    @Path("{id}/versions")
    public Response appendVersion(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("dialect") String dialect,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam("traceparent") String traceparent,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.toChange(organization, environment, request);
        var written = written(request, dialect);
        var body = Bodies.read(written, () -> headers(request), body(request, in), bounds);
        var drafts =
                new Drafts(written.dialect(), false, bounds.limits(), open -> query.entityType(visit.sight(), open));
        var draft = drafts.of(body.requireOne()).get(0);
        var receipt = versions.append(
                visit,
                id,
                Optional.ofNullable(seen),
                draft,
                each -> Append.of(each).withKey(Keys.of(key)).traced(trace(traceparent)));
        return Receipts.one(
                visit.ledger(),
                receipt,
                registry.warnings(visit.ledger(), written.dialect().name(), List.of(draft)));
    }

    /** What comes in a form is one event in Trove's own dialect. */
    private static void requireNone(String parameter, String value) {
        if (value != null) {
            throw new ParameterRefused(parameter, value, "none beside multipart/form-data");
        }
    }

    private static Written written(HttpServletRequest request, String dialect) {
        return Written.of(request.getContentType(), dialect, request.getHeader(Head.CLOUDEVENT) != null);
    }

    private static Optional<Json> trace(String traceparent) {
        return Optional.ofNullable(traceparent).flatMap(TraceParent::read);
    }

    private InputStream body(HttpServletRequest request, InputStream in) {
        return LargeBody.of(request, in, bounds.requestBytesMax());
    }

    private static Map<String, String> headers(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .collect(Collectors.toMap(name -> name, request::getHeader, (first, second) -> first));
    }
}
