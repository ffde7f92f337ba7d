package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.event.SchemaId;
import io.trove.registry.Listed;
import io.trove.registry.Registration;
import io.trove.registry.Registry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The schemas of a ledger, each with its versions. */
@ApplicationScoped
@Path("{organization}/{environment}/schemas")
@Produces(MediaType.APPLICATION_JSON)
public class SchemasResource {
    static final String SCHEMA_JSON = "application/schema+json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final long BODY_BYTES_MAX = 1L << 20;

    @Inject
    private Visits visits;

    @Inject
    private Registry registry;

    @Inject
    private NamedPages pages;

    @GET
    public Response all(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @QueryParam("system") String system,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        if (Flags.of("system", system)) {
            return Documents.fresh(JsonText.of(Map.of("items", members(registry.shipped(visit.ledger())))));
        }
        return pages.of(
                (name, most) -> members(registry.schemas(visit.ledger(), name, most)), "id", limit, cursor, address);
    }

    @GET
    @Path("{id}")
    public Response latest(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @HeaderParam("If-None-Match") String known,
            @Context HttpServletRequest request) {
        return find(organization, environment, id, "latest", known, request);
    }

    @GET
    @Path("{id}/versions")
    public Response versions(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return pages.of(
                (version, most) -> members(registry.versions(
                        visit.ledger(), id, Optional.of(version).filter(name -> !name.isEmpty()), most)),
                "version",
                limit,
                cursor,
                address);
    }

    @GET
    @Path("{id}/versions/{version}")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @PathParam("version") String version,
            @HeaderParam("If-None-Match") String known,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        return Documents.tagged(
                registry.find(visit.ledger(), id, version).json().canonical(), known);
    }

    @PUT
    @Path("{id}/versions/{version}")
    @Consumes({MediaType.APPLICATION_JSON, SCHEMA_JSON})
    public Response register(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @PathParam("version") String version,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.SCHEMAS_WRITE, "Registering schemas");
        var registration = registration(request, Json.parse(body, BODY_BYTES_MAX));
        return answer(
                visit, registry.register(visit.ledger(), visit.caller(), new SchemaId(id, version), registration));
    }

    @POST
    @Path("{id}/versions")
    @Consumes({MediaType.APPLICATION_JSON, SCHEMA_JSON})
    public Response registerNext(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.SCHEMAS_WRITE, "Registering schemas");
        var json = Json.parse(body, BODY_BYTES_MAX);
        var registration = registration(request, json);
        var version = isBare(request)
                ? Optional.<String>empty()
                : json.member("version").flatMap(Json::text);
        return answer(
                visit,
                version.isPresent()
                        ? registry.register(
                                visit.ledger(), visit.caller(), new SchemaId(id, version.get()), registration)
                        : registry.registerNext(visit.ledger(), visit.caller(), id, registration));
    }

    @PATCH
    @Path("{id}/versions/{version}")
    @Consumes({MediaType.APPLICATION_JSON, MERGE_PATCH})
    public Response change(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @PathParam("version") String version,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.SCHEMAS_WRITE, "Changing schemas");
        var patch = Json.parse(body, BODY_BYTES_MAX);
        var changed = registry.change(visit.ledger(), visit.caller(), new SchemaId(id, version), patch);
        return Documents.fresh(changed.json().canonical());
    }

    @POST
    @Path("{id}/compatibility")
    @Consumes({MediaType.APPLICATION_JSON, SCHEMA_JSON})
    public Response compatibility(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("id") String id,
            @QueryParam("explain") String explain,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        var registration = registration(request, Json.parse(body, BODY_BYTES_MAX));
        var verdict = registry.compatibility(visit.ledger(), id, registration, Flags.of("explain", explain));
        return Documents.fresh(JsonText.of(verdict));
    }

    private static boolean isBare(HttpServletRequest request) {
        return SCHEMA_JSON.equals(MediaType.valueOf(request.getContentType()).getType() + "/"
                + MediaType.valueOf(request.getContentType()).getSubtype());
    }

    static Registration registration(HttpServletRequest request, Json body) {
        return isBare(request) ? Registration.ofSchema(body) : Registration.of(body);
    }

    private static Response answer(Visits.Visit visit, Registry.Outcome outcome) {
        var schema = outcome.registered().schema();
        return Response.status(outcome.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .header(HttpHeaders.LOCATION, Paths.schema(visit.ledger().name(), schema))
                .entity(outcome.registered().json(outcome.warnings()).canonical())
                .build();
    }

    private static List<Map<String, Object>> members(List<Listed> listed) {
        return listed.stream().map(Listed::members).toList();
    }
}
