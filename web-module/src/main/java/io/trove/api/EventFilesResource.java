package io.trove.api;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.files.Attachments;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;

/** The files of an event. */
@ApplicationScoped
@Path("{organization}/{environment}/events/{id}/files")
public class EventFilesResource {
    @Inject
    private Visits visits;

    @Inject
    private Access access;

    @Inject
    private Attachments attachments;

    @Inject
    private Transfers transfers;

    @GET
    @Path("{file}")
    public Response file(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @PathParam("file") String file,
            @QueryParam("version") String version,
            @HeaderParam("Range") String range,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("If-None-Match") String known,
            @HeaderParam("If-Match") String wanted,
            @Context HttpServletRequest request,
            @Context HttpServletResponse response)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        access.demand(visit.caller(), visit.ledger(), Permission.FILES_READ, "Reading files");
        var found = attachments.find(visit.sight(), id, Numbers.version(version), file);
        var asked = new FileAnswer.Asked(
                range, ifRange, known, wanted, request.getMethod().equals("HEAD"));
        return new FileAnswer(asked, response, transfers).of(found);
    }
}
