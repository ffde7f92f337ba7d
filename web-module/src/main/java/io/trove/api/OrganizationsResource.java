package io.trove.api;

import io.trove.access.Organization;
import io.trove.access.Organizations;
import io.trove.event.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Organizations, each with a ledger for each of its environments. */
@ApplicationScoped
@Path("organizations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganizationsResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private Organizations organizations;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(@Context HttpServletRequest request, InputStream body) throws IOException {
        var name = name(Json.parse(body, BODY_BYTES_MAX));
        var created = organizations.create(Visitor.of(request), name);
        return Response.status(created.isNew() ? Response.Status.CREATED : Response.Status.OK)
                .entity(JsonText.of(members(created.organization())))
                .build();
    }

    @GET
    public Response all(@Context HttpServletRequest request) {
        var items = organizations.all(Visitor.of(request)).stream()
                .map(OrganizationsResource::members)
                .toList();
        return Response.ok(JsonText.of(Map.of("items", items))).build();
    }

    private static String name(Json body) {
        return body.member("name").flatMap(Json::text).orElseThrow(() -> new NameMissing(body.isObject()));
    }

    private static Map<String, Object> members(Organization organization) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", organization.name());
        members.put("environments", organization.environments());
        return members;
    }
}
