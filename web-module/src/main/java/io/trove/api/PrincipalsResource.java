package io.trove.api;

import io.trove.access.Principals;
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

/** Who may ask for an organization, and what roles they have. */
@ApplicationScoped
@Path("organizations/{organization}/principals")
@Produces(MediaType.APPLICATION_JSON)
public class PrincipalsResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private Principals principals;

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
        return pages.of(
                (name, most) -> principals.all(caller, organization, name, most), "name", limit, cursor, address);
    }

    @GET
    @Path("{name}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request) {
        return Documents.fresh(JsonText.of(principals.find(Visitor.of(request), organization, name)));
    }

    @DELETE
    @Path("{name}")
    public Response remove(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request) {
        principals.remove(Visitor.of(request), organization, name);
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
        var set = principals.set(Visitor.of(request), organization, name, Json.parse(body, BODY_BYTES_MAX));
        return Response.status(set.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonText.of(set.members()))
                .build();
    }

    @PUT
    @Path("{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setPassword(
            @PathParam("organization") String organization,
            @PathParam("name") String name,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        principals.setPassword(Visitor.of(request), organization, name, Json.parse(body, BODY_BYTES_MAX));
        return Documents.fresh(JsonText.of(Map.of("name", name, "password", "set")));
    }
}
