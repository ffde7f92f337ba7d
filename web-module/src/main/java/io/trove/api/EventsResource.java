package io.trove.api;

import io.trove.query.Order;
import io.trove.query.PageRequest;
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
import java.io.IOException;
import java.util.Optional;

/** Reading the events of a ledger: find, page through. */
@ApplicationScoped
@Path("{organization}/{environment}/events")
public class EventsResource {
    @Inject
    private Visits visits;

    @Inject
    private Query query;

    @Inject
    private Liftings liftings;

    @GET
    @Path("{id}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("version") String version,
            @QueryParam("dialect") String dialect,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept,
            @HeaderParam("If-None-Match") String known,
            @Context HttpServletRequest request)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        var wanted = Wanted.one(accept, dialect).lifted(liftings.of(visit, as));
        var found = query.find(visit.sight(), id, Numbers.version(version));
        return Documents.one(found, wanted, visit.sight(), known);
    }

    @GET
    @Path("at/{position}")
    public Response at(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("position") String position,
            @QueryParam("dialect") String dialect,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept,
            @HeaderParam("If-None-Match") String known,
            @Context HttpServletRequest request)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        var wanted = Wanted.one(accept, dialect).lifted(liftings.of(visit, as));
        return Documents.one(query.at(visit.sight(), Numbers.position(position)), wanted, visit.sight(), known);
    }

    @GET
    @Path("{id}/versions")
    public Response versions(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("dialect") String dialect,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var wanted = Wanted.several(accept, dialect).lifted(liftings.of(visit, as));
        var page = new PageRequest(Numbers.limit(limit), Order.DESC, Optional.ofNullable(cursor));
        return Documents.page(query.versions(visit.sight(), id, page.limit(), page.cursor()), wanted, address);
    }

    @GET
    @Knows
    public Response page(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("dialect") String dialect,
            @QueryParam("as") String as,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return Finding.of(
                query,
                visit.sight(),
                Asked.of(address),
                Wanted.several(accept, dialect).lifted(liftings.of(visit, as)),
                address);
    }
}
