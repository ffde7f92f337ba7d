package io.trove.api;

import io.trove.access.Roles;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** What the roles of an organization allow and show. */
@ApplicationScoped
@Path("organizations/{organization}/roles")
@Produces(MediaType.APPLICATION_JSON)
public class RolesResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private Roles roles;

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
        return pages.of((name, most) -> roles.all(caller, organization, name, most), "name", limit, cursor, address);
    }

    @GET
    @Path("{name}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request) {
        return Documents.fresh(JsonText.of(roles.find(Visitor.of(request), organization, name)));
    }

    @DELETE
    @Path("{name}")
    public Response remove(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request) {
        roles.remove(Visitor.of(request), organization, name);
        return Documents.fresh(JsonText.of(Map.of("name", name, "removed", true)));
    }

    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response set(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var set = roles.set(Visitor.of(request), organization, name, Json.parse(body, BODY_BYTES_MAX));
        return Response.status(set.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonText.of(set.members()))
                .build();
    }
}
