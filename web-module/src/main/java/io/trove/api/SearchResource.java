package io.trove.api;

import io.trove.entities.Searching;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.Set;

/** The things of a ledger, by type and by what they are now. */
@ApplicationScoped
@Path("{organization}/{environment}/entities")
public class SearchResource {
    private static final Set<String> KNOWN = Set.of("type", "parked", "deleted", "limit", "cursor");

    @Inject
    private Visits visits;

    @Inject
    private Searching searching;

    @GET
    @Knows
    public Response search(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("type") String type,
            @QueryParam("parked") String parked,
            @QueryParam("deleted") String deleted,
            @QueryParam("limit") String limit,
            @QueryParam("cursor") String cursor,
            @Context UriInfo address,
            @Context HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var parameters = address.getQueryParameters();
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !name.startsWith("where"))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterRefused(
                            name,
                            parameters.getFirst(name),
                            "type, parked, deleted, where.{path}, limit or cursor",
                            null);
                });
        var isParked = Flags.of("parked", parked);
        if (isParked == (type != null)) {
            throw new ParameterRefused("type", String.valueOf(type), "the type of the entities, or parked=true", null);
        }
        var asked = new Searching.Asked(Optional.ofNullable(type), isParked, Flags.of("deleted", deleted), parameters);
        return EntityPastResource.page(
                searching.page(visit.sight(), asked, Numbers.limit(limit), Optional.ofNullable(cursor)), address);
    }
}
