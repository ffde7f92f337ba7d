package io.trove.api;

import io.trove.entities.Chapter;
import io.trove.entities.Chronicle;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
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
import java.util.Optional;

/** What happened to a thing: its events, who changed what, when, and what differs between two moments. */
@ApplicationScoped
@Path("{organization}/{environment}/entities/{type}/{id}")
public class EntityPastResource {
    @Inject
    private Visits visits;

    @Inject
    private Entities entities;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Query query;

    @Inject
    private Liftings liftings;

    @GET
    @Path("events")
    @Knows
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

    @GET
    @Path("history")
    public Response history(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("dialect") String dialect,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var page = chronicle.history(
                visit.sight(), new EntityId(type, id), Numbers.limit(limit), Optional.ofNullable(cursor));
        return Documents.page(page, Wanted.several(accept, dialect), address);
    }

    @GET
    @Path("audit")
    public Response audit(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return page(
                chronicle.audit(
                        visit.sight(), new EntityId(type, id), Numbers.limit(limit), Optional.ofNullable(cursor)),
                address);
    }

    @GET
    @Path("timeline")
    public Response timeline(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return page(
                chronicle.timeline(
                        visit.sight(), new EntityId(type, id), Numbers.limit(limit), Optional.ofNullable(cursor)),
                address);
    }

    @GET
    @Path("diff")
    public Response difference(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        if (from == null) {
            throw new ParameterRefused(
                    "from", "nothing", "a time, a position such as p42 or a version such as v7", null);
        }
        return Documents.fresh(JsonText.of(entities.difference(
                visit.sight(), new EntityId(type, id), Moments.of("from", from), Moments.of("to", to))));
    }

    static Response page(Chapter chapter, UriInfo address) {
        var answer = Response.fromResponse(Documents.fresh(JsonText.of(chapter.members())));
        chapter.next()
                .ifPresent(cursor ->
                        answer.header("Link", "<%s>; rel=\"next\"".formatted(Paths.following(address, cursor))));
        return answer.build();
    }
}
