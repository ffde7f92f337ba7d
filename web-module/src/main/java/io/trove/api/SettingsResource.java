package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.registry.Policies;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** What a ledger asks of its events and of its schemas. */
@ApplicationScoped
@Path("{organization}/{environment}/settings")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private Visits visits;

    @Inject
    private Policies policies;

    @GET
    public Response settings(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return Documents.fresh(JsonText.of(policies.of(visit.ledger())));
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.SCHEMAS_WRITE, "Changing settings");
        var patch = Json.parse(body, BODY_BYTES_MAX);
        return Documents.fresh(JsonText.of(policies.set(visit.ledger(), visit.caller(), patch)));
    }
}
