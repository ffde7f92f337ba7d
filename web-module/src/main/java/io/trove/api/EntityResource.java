package io.trove.api;

import io.trove.entities.Changing;
import io.trove.entities.Entities;
import io.trove.entities.EntityId;
import io.trove.entities.Look;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A thing, as its events make it: what it is and was, and changes of it that are events. */
@ApplicationScoped
@Path("{organization}/{environment}/entities/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class EntityResource {
    static final long BODY_BYTES_MAX = 1L << 20;

    @Inject
    private Visits visits;

    @Inject
    private Entities entities;

    @Inject
    private Changing changing;

    @GET
    public Response state(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @QueryParam("at") String at,
            @QueryParam("atCreated") String atCreated,
            @QueryParam("as") String as,
            @HeaderParam("If-None-Match") String known,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var look = entities.look(
                visit.sight(), new EntityId(type, id), Moments.either(at, atCreated), Optional.ofNullable(as));
        if (as != null) {
            return Documents.fresh(JsonText.of(look.members()));
        }
        return Tags.weakly(known, look.tag())
                ? Response.notModified().header(HttpHeaders.ETAG, look.tag()).build()
                : tagged(look, Response.ok(JsonText.of(look.members()), Wanted.JSON));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(
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
        var data = Json.parse(body, BODY_BYTES_MAX);
        var changed = changing.create(EntityChanges.by(visit, seen, key), new EntityId(type, id), data);
        return EntityChanges.answer(visit, changed, Response.Status.CREATED);
    }

    @PATCH
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    public Response change(
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
        var patch = Json.parse(body, BODY_BYTES_MAX);
        var changed = changing.patch(EntityChanges.by(visit, seen, key), new EntityId(type, id), patch);
        return EntityChanges.answer(visit, changed, Response.Status.OK);
    }

    @DELETE
    public Response delete(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @HeaderParam("If-Match") String seen,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpServletRequest request) {
        var visit = visits.toChange(organization, environment, request);
        var changed = changing.delete(EntityChanges.by(visit, seen, key), new EntityId(type, id));
        return EntityChanges.answer(visit, changed, Response.Status.OK);
    }

    static Response tagged(Look look, Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.ETAG, look.tag())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }
}
