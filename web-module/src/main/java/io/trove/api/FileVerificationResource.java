package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Times;
import io.trove.files.VerificationReport;
import io.trove.files.Verifying;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reading a ledger's files again, to see whether they are what they were. */
@ApplicationScoped
@Path("{organization}/{environment}/files/verify")
public class FileVerificationResource {
    @Inject
    private Visits visits;

    @Inject
    private Verifying verifying;

    @POST
    public Response start(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request, Permission.FILES_VERIFY, "Verifying files");
        var report = verifying.start(ledger, Visitor.of(request));
        return Response.accepted(JsonText.of(members(report))).type(Wanted.JSON).build();
    }

    @GET
    public Response newest(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        var ledger =
                visits.toTree(organization, environment, request, Permission.FILES_VERIFY, "Reading a verification");
        var report = verifying.newest(ledger).orElseThrow(NoneYet::verification);
        return Documents.fresh(JsonText.of(members(report)));
    }

    private static Map<String, Object> members(VerificationReport report) {
        var members = new LinkedHashMap<String, Object>();
        members.put("state", report.state().name().toLowerCase(Locale.ROOT));
        members.put("requestedBy", report.requestedBy());
        members.put("startedAt", Times.text(report.startedAt()));
        report.endedAt().ifPresent(ended -> members.put("endedAt", Times.text(ended)));
        members.put("size", report.size());
        members.put("at", report.at());
        members.put("verified", report.verified());
        members.put("skipped", report.skipped());
        members.put("drifted", report.drifted());
        return members;
    }
}
