package io.trove.api;

import io.trove.links.Graph;
import io.trove.links.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What an event is linked to, step by step. */
@ApplicationScoped
@Path("{organization}/{environment}/events")
public class EventGraphResource {
    @Inject
    private Visits visits;

    @Inject
    private Graph graph;

    @GET
    @Path("{id}/graph")
    @Knows({"at", "depth", "direction", "limit", "type", "version"})
    public Response graph(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_DEFAULT, Graph.Reach.LIMIT_DEFAULT);
        return asked.answer(
                graph.around(visit.sight(), asked.of(id), asked.scope(Scope.Direction.BOTH), asked.reach()));
    }

    @GET
    @Path("{id}/ancestors")
    @Knows({"at", "depth", "limit", "type", "version"})
    public Response ancestors(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_MAX, Graph.Reach.LIMIT_DEFAULT);
        return asked.answer(
                graph.around(visit.sight(), asked.of(id), asked.lineage(Scope.Direction.OUT), asked.reach()));
    }

    @GET
    @Path("{id}/descendants")
    @Knows({"at", "depth", "limit", "type", "version"})
    public Response descendants(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_MAX, Graph.Reach.LIMIT_DEFAULT);
        return asked.answer(
                graph.around(visit.sight(), asked.of(id), asked.lineage(Scope.Direction.IN), asked.reach()));
    }

    @GET
    @Path("{id}/roots")
    @Knows({"at", "depth", "limit", "type", "version"})
    public Response roots(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_MAX, Graph.Reach.LIMIT_MAX);
        return asked.answer(
                graph.roots(visit.sight(), asked.of(id), asked.lineage(Scope.Direction.OUT), asked.reach()));
    }
}
