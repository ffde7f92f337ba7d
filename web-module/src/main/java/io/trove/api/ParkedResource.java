package io.trove.api;

import io.trove.access.Permission;
import io.trove.entities.Changing;
import io.trove.entities.EntityId;
import io.trove.event.Invalid;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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

/** A thing whose fold failed at an event: folded again, or without that event. */
@ApplicationScoped
@Path("{organization}/{environment}/entities/{type}/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ParkedResource {
    private static final String WHAT = "Skipping or retrying an event that a fold fails at";

    @Inject
    private Visits visits;

    @Inject
    private Changing changing;

    @POST
    @Path("skip")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response skip(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.ENTITIES_MANAGE, WHAT);
        var body = Json.parse(in, EntityResource.BODY_BYTES_MAX);
        Members.only("", body, List.of("position", "reason"));
        var position = body.member("position").orElse(Json.nul()).integer();
        if (position.isEmpty()) {
            throw new Invalid("/position", "nothing", "the position of the event that the fold fails at");
        }
        var reason = body.member("reason").flatMap(Json::text).orElse("");
        var changed =
                changing.skip(EntityChanges.by(visit, null), new EntityId(type, id), position.getAsLong(), reason);
        return EntityChanges.answer(visit, changed, Response.Status.OK);
    }

    @POST
    @Path("retry")
    public Response retry(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @PathParam("id") String id,
            @Context HttpServletRequest request) {
        var visit = visits.toWrite(organization, environment, request, Permission.ENTITIES_MANAGE, WHAT);
        var changed = changing.retry(EntityChanges.by(visit, null), new EntityId(type, id));
        return EntityChanges.answer(visit, changed, Response.Status.OK);
    }
}
