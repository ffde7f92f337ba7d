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

/** How two events are linked. */
@ApplicationScoped
@Path("{organization}/{environment}/graph")
public class GraphResource {
    @Inject
    private Visits visits;

    @Inject
    private Graph graph;

    @GET
    @Path("path")
    @Knows({"at", "depth", "direction", "from", "fromVersion", "limit", "to", "toVersion", "type"})
    public Response path(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_MAX, Graph.Reach.LIMIT_MAX);
        return asked.answer(graph.path(
                visit.sight(),
                asked.named("from"),
                asked.named("to"),
                asked.scope(Scope.Direction.OUT),
                asked.reach()));
    }

    @GET
    @Path("common-ancestors")
    @Knows({"and", "andVersion", "at", "depth", "limit", "of", "ofVersion", "type"})
    public Response commonAncestors(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Accept") String accept,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var asked = WalkAsked.of(address, accept, Graph.Reach.DEPTH_MAX, Graph.Reach.LIMIT_MAX);
        return asked.answer(graph.common(
                visit.sight(),
                asked.named("of"),
                asked.named("and"),
                asked.lineage(Scope.Direction.OUT),
                asked.reach()));
    }
}
