package io.trove.api;

import io.trove.access.OrganizationSettings;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/** What an organization is called by people. */
@ApplicationScoped
@Path("organizations/{organization}/settings")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationSettingsResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private OrganizationSettings settings;

    @GET
    public Response find(@PathParam("organization") String organization, @Context HttpServletRequest request) {
        return Documents.fresh(JsonText.of(settings.find(Visitor.of(request), organization)));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(
            @PathParam("organization") String organization, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        var set = settings.set(Visitor.of(request), organization, Json.parse(body, BODY_BYTES_MAX));
        return Documents.fresh(JsonText.of(set));
    }
}
