package io.trove.api;

import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** API keys: how programs say who they are. */
@ApplicationScoped
@Path("organizations/{organization}/keys")
@Produces(MediaType.APPLICATION_JSON)
public class ApiKeysResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private io.trove.access.Keys keys;

    @Inject
    private NamedPages pages;

    @GET
    public Response all(
            @PathParam("organization") String organization,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var caller = Visitor.of(request);
        return pages.of((name, most) -> keys.all(caller, organization, name, most), "id", limit, cursor, address);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
            @PathParam("organization") String organization, @Context HttpServletRequest request, InputStream body)
            throws IOException {
        var made = keys.create(Visitor.of(request), organization, Json.parse(body, BODY_BYTES_MAX));
        return Response.status(Response.Status.CREATED)
                .entity(JsonText.of(made))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    public Response revoke(
            @PathParam("organization") String organization,
            @PathParam("id") String id,
            @Context HttpServletRequest request) {
        keys.revoke(Visitor.of(request), organization, id);
        return Documents.fresh(JsonText.of(Map.of("id", id, "revoked", true)));
    }
}
