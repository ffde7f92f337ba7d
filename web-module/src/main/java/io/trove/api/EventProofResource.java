package io.trove.api;

import io.trove.integrity.Disclosing;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** An event with what it takes to check it without a server. */
@ApplicationScoped
@Path("{organization}/{environment}/events")
public class EventProofResource {
    private static final String TEXT = "text/plain;charset=utf-8";

    @Inject
    private Visits visits;

    @Inject
    private Query query;

    @Inject
    private Disclosing disclosing;

    @GET
    @Path("{id}/proof")
    public Response proof(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        visits.toTree(organization, environment, request);
        var found = query.find(visit.sight(), id, Numbers.version(version));
        return EvidenceResource.file(disclosing.proof(visit.sight(), found).print(), TEXT, "event.tlog-proof")
                .build();
    }

    @GET
    @Path("{id}/evidence")
    public Response evidence(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @QueryParam("from") String from,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        visits.toTree(organization, environment, request);
        var found = query.find(visit.sight(), id, Numbers.version(version));
        var evidence = disclosing.evidence(visit.sight(), List.of(found), Numbers.size("from", from));
        return EvidenceResource.file(evidence.write(), EvidenceResource.EVIDENCE, "evidence.trove")
                .build();
    }
}
