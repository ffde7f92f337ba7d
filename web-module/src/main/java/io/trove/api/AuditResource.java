package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Times;
import io.trove.integrity.AuditReport;
import io.trove.integrity.Auditing;
import io.trove.integrity.Disagreement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Audits of a ledger: begun here, and followed until they are over. */
@ApplicationScoped
@Path("{organization}/{environment}/audit")
public class AuditResource {
    @Inject
    private Visits visits;

    @Inject
    private Auditing auditing;

    @POST
    public Response start(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request, Permission.PROOF_AUDIT, "Auditing a ledger");
        var report = auditing.start(ledger, Visitor.of(request));
        return Response.accepted(JsonText.of(members(report))).type(Wanted.JSON).build();
    }

    @GET
    public Response newest(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request, Permission.PROOF_AUDIT, "Reading an audit");
        var report = auditing.newest(ledger).orElseThrow(NoneYet::audit);
        return Documents.fresh(JsonText.of(members(report)));
    }

    @GET
    @Path("{audit}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("audit") String audit,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request, Permission.PROOF_AUDIT, "Reading an audit");
        var report = auditing.find(ledger, Numbers.whole("audit", audit)).orElseThrow(NotFoundException::new);
        return Documents.fresh(JsonText.of(members(report)));
    }

    private static Map<String, Object> members(AuditReport report) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", report.id());
        members.put("state", report.state().name().toLowerCase(Locale.ROOT));
        members.put("requestedBy", report.requestedBy());
        members.put("startedAt", Times.text(report.startedAtMicros()));
        report.endedAtMicros().ifPresent(ended -> members.put("endedAt", Times.text(ended)));
        members.put("size", report.size());
        members.put("at", report.at());
        members.put("filesRead", report.filesRead());
        members.put("bytesRead", report.bytesRead());
        members.put("count", report.count());
        members.put(
                "disagreements",
                report.disagreements().stream().map(AuditResource::members).toList());
        return members;
    }

    private static Map<String, Object> members(Disagreement disagreement) {
        var members = new LinkedHashMap<String, Object>();
        disagreement.position().ifPresent(position -> members.put("position", position));
        members.put("subject", disagreement.subject());
        members.put("field", disagreement.field());
        members.put("sentence", disagreement.sentence());
        return members;
    }
}
