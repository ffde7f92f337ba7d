package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.jobs.Act;
import io.trove.jobs.JobReport;
import io.trove.jobs.Jobs;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/** Long work on a ledger: begun here, followed, and interrupted. */
@ApplicationScoped
@Path("{organization}/{environment}/jobs")
public class JobsResource {
    private static final long BODY_BYTES_MAX = 1L << 16;

    @Inject
    private Visits visits;

    @Inject
    private Jobs jobs;

    @Inject
    private Transfers transfers;

    @Inject
    private NamedPages pages;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            @Context UriInfo address,
            InputStream body)
            throws IOException {
        var ledger = toRun(organization, environment, request);
        var report = jobs.start(Visitor.of(request), ledger, Json.parse(body, BODY_BYTES_MAX));
        return Response.accepted(JsonText.of(report.members()))
                .location(address.getAbsolutePathBuilder()
                        .path(Long.toString(report.id()))
                        .build())
                .type(Wanted.JSON)
                .build();
    }

    @GET
    public Response list(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context HttpServletRequest request,
            @Context UriInfo address) {
        var ledger = toRead(organization, environment, request);
        return pages.of(
                (before, most) -> jobs
                        .list(
                                Visitor.of(request),
                                ledger,
                                before.isEmpty()
                                        ? OptionalLong.empty()
                                        : OptionalLong.of(Numbers.whole("cursor", before)),
                                most)
                        .stream()
                        .map(JobReport::membersInList)
                        .toList(),
                "id",
                limit,
                cursor,
                address);
    }

    @GET
    @Path("{job}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("job") String job,
            @Context HttpServletRequest request) {
        var ledger = toRead(organization, environment, request);
        var report = jobs.find(Visitor.of(request), ledger, Numbers.whole("job", job));
        return Documents.fresh(JsonText.of(report.members()));
    }

    @POST
    @Path("{job}/{act}")
    public Response act(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("job") String job,
            @PathParam("act") String act,
            @Context HttpServletRequest request) {
        var ledger = toRun(organization, environment, request);
        var wanted = Act.named(act)
                .orElseThrow(() -> new ParameterRefused(
                        "act",
                        act,
                        "one of " + Arrays.stream(Act.values()).map(Act::text).toList()));
        var report = jobs.act(Visitor.of(request), ledger, Numbers.whole("job", job), wanted);
        return Response.accepted(JsonText.of(report.members()))
                .type(Wanted.JSON)
                .build();
    }

    @GET
    @Path("{job}/file")
    public Response file(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("job") String job,
            @Context HttpServletRequest request) {
        var ledger = toRead(organization, environment, request);
        var file = jobs.file(Visitor.of(request), ledger, Numbers.whole("job", job));
        StreamingOutput bytes = out -> {
            try (var place = transfers.take()) {
                file.bytes().writeTo(out);
            }
        };
        return Response.ok(bytes, file.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, file.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(file.name()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    private Ledger toRead(String organization, String environment, HttpServletRequest request) {
        return visits.toTree(organization, environment, request, Permission.JOBS_READ, "Reading jobs");
    }

    private Ledger toRun(String organization, String environment, HttpServletRequest request) {
        return visits.toTree(organization, environment, request, Permission.JOBS_RUN, "Running jobs");
    }
}
