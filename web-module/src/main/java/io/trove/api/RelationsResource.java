package io.trove.api;

import io.trove.entities.Changing;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
import io.trove.entities.Relation;
import io.trove.event.Invalid;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The relations of a thing to others, made and ended by events of the thing that they begin at. */
@ApplicationScoped
@Path("{organization}/{environment}/entities/{type}/{id}/relations")
@Produces(MediaType.APPLICATION_JSON)
public class RelationsResource {
    @Inject
    private Visits visits;

    @Inject
    private Entities entities;

    @Inject
    private Changing changing;

    @GET
    public Response relations(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var look = entities.look(visit.sight(), new EntityId(type, id));
        return Documents.fresh(JsonText.of(Map.of(
                "items",
                look.state().relations().stream().map(Relation::members).toList())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response relate(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toChange(organization, environment, request);
        var relation = relation(Json.parse(body, EntityResource.BODY_BYTES_MAX));
        var changed = changing.relate(EntityChanges.by(visit, seen, key), new EntityId(type, id), relation, true);
        return EntityChanges.answer(visit, changed, Response.Status.CREATED);
    }

    @DELETE
    @Path("{relation}/{targetType}/{targetId}")
    public Response unrelate(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @PathParam("relation") String relation,
            @PathParam("targetType") String targetType,
            @PathParam("targetId") String targetId,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpServletRequest request) {
        var visit = visits.toChange(organization, environment, request);
        var ended = new Relation(relation, new EntityId(targetType, targetId), true);
        var changed = changing.relate(EntityChanges.by(visit, seen, key), new EntityId(type, id), ended, false);
        return EntityChanges.answer(visit, changed, Response.Status.OK);
    }

    private static Relation relation(Json body) {
        Members.only("", body, List.of("type", "target"));
        var target = body.member("target").orElse(Json.nul());
        Members.only("/target", target, List.of("type", "id"));
        return new Relation(
                text("/type", body.member("type")),
                new EntityId(text("/target/type", target.member("type")), text("/target/id", target.member("id"))),
                true);
    }

    private static String text(String pointer, Optional<Json> value) {
        return value.flatMap(Json::text)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() ->
                        new Invalid(pointer, value.map(Body::kind).orElse("nothing"), "a text that is not empty"));
    }
}
