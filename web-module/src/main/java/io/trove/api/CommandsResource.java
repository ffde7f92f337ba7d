package io.trove.api;

import io.trove.access.Permission;
import io.trove.entities.Commanding;
import io.trove.entities.Look;
import io.trove.event.Json;
import io.trove.query.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What commands lead to, and commands. */
@ApplicationScoped
@Path("{organization}/{environment}/commands")
@Produces(MediaType.APPLICATION_JSON)
public class CommandsResource {
    private static final long BODY_BYTES_MAX = 1L << 20;

    @Inject
    private Visits visits;

    @Inject
    private Commanding commanding;

    @Inject
    private NamedPages pages;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response run(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(
                organization, environment, request, Permission.EVENTS_APPEND, "Appending the events of a command");
        var outcome = commanding.run(visit.sight(), visit.caller(), Json.parse(body, BODY_BYTES_MAX));
        return Documents.fresh(JsonText.of(members(visit, outcome)));
    }

    @GET
    public Response types(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return pages.of(
                (name, most) -> commanding.types(visit.ledger(), name, most).stream()
                        .map(type -> Map.of("type", type))
                        .toList(),
                "type",
                limit,
                cursor,
                address);
    }

    @GET
    @Path("{type}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return Documents.fresh(commanding.find(visit.ledger(), type).canonical());
    }

    @PUT
    @Path("{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("type") String type,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(
                organization, environment, request, Permission.COMMANDS_WRITE, "Registering what commands lead to");
        var registered = commanding.register(visit.ledger(), visit.caller(), type, Json.parse(body, BODY_BYTES_MAX));
        return Documents.fresh(registered.canonical());
    }

    private static Map<String, Object> members(Visits.Visit visit, Commanding.Outcome outcome) {
        var members = new LinkedHashMap<String, Object>();
        if (outcome.reason().isPresent()) {
            members.put("rejected", true);
            members.put("reason", outcome.reason());
            return members;
        }
        members.put("events", events(visit, outcome.events()));
        members.put("state", outcome.state().map(Look::members));
        members.put("original", outcome.original().map(Look::members));
        return members;
    }

    /** As readers get events: the position beside the document's members, and no more of these than they may see. */
    private static List<Json> events(Visits.Visit visit, List<Found> events) {
        return events.stream()
                .map(found -> {
                    var shown = visit.sight().shown(Json.kept(found.document())).document();
                    var members = new LinkedHashMap<String, Object>(shown.members());
                    members.put("position", found.position());
                    return Json.object(members);
                })
                .toList();
    }
}
