package io.trove.api;

import io.trove.filter.Filter;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The things that events happened to. */
@ApplicationScoped
@Path("{organization}/{environment}/entities")
public class EntitiesResource {
    @Inject
    private Visits visits;

    @Inject
    private Query query;

    @Inject
    private Liftings liftings;

    @GET
    @Path("{type}/{id}/events")
    public Response events(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("dialect") String dialect,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = Asked.of(address).of(Filter.entity(type, id));
        return Finding.of(
                query, visit.sight(), asked, Wanted.several(accept, dialect).lifted(liftings.of(visit, as)), address);
    }
}
