package io.trove.api;

import io.trove.links.Links;
import io.trove.links.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The links of one event. */
@ApplicationScoped
@Path("{organization}/{environment}/events")
public class EventLinksResource {
    @Inject
    private Visits visits;

    @Inject
    private Links links;

    @GET
    @Path("{id}/links")
    public Response links(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @QueryParam("direction") String direction,
            @QueryParam("type") List<String> types,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var page = links.of(
                visit.sight(),
                id,
                Numbers.version(version),
                Scopes.of(direction, types, Scope.Direction.BOTH),
                Numbers.limit(limit),
                Optional.ofNullable(cursor));
        return Documents.fresh(
                EventLink.page(page), Wanted.JSON, page.next().map(next -> Paths.following(address, next)));
    }
}
