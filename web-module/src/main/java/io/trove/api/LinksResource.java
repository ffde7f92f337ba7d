package io.trove.api;

import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.links.Asked;
import io.trove.links.Linked;
import io.trove.links.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Linking events that are there, and taking links away. */
@ApplicationScoped
@Path("{organization}/{environment}/links")
@Produces(MediaType.APPLICATION_JSON)
public class LinksResource {
    private static final long BODY_BYTES_MAX = 64L << 10;

    @Inject
    private Visits visits;

    @Inject
    private Links links;

    @POST
    public Response link(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.LINKS_WRITE, "Linking events");
        var asked = EventLink.read(Json.parse(body, BODY_BYTES_MAX));
        return answer(visit, links.link(visit.sight(), visit.caller(), asked), Response.Status.CREATED);
    }

    /** What is taken away is said by parameters, or in a body like the one that made it. */
    @DELETE
    public Response unlink(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("source") String source,
            @QueryParam("sourceVersion") String sourceVersion,
            @QueryParam("type") String type,
            @QueryParam("target") String target,
            @QueryParam("targetVersion") String targetVersion,
            @Context HttpServletRequest request,
            InputStream body)
            throws IOException {
        var visit = visits.toWrite(organization, environment, request, Permission.LINKS_WRITE, "Unlinking events");
        var asked =
                Stream.of(source, sourceVersion, type, target, targetVersion).allMatch(Objects::isNull)
                        ? EventLink.read(Json.parse(body, BODY_BYTES_MAX))
                        : new Asked(
                                required("source", source),
                                Numbers.version(sourceVersion),
                                required("type", type),
                                required("target", target),
                                Numbers.version(targetVersion),
                                Optional.empty());
        return answer(visit, links.unlink(visit.sight(), visit.caller(), asked), Response.Status.OK);
    }

    private static Response answer(Visits.Visit visit, Linked linked, Response.Status changed) {
        var answer = Response.status(linked.receipt().isPresent() ? changed : Response.Status.OK)
                .entity(EventLink.changed(linked));
        linked.receipt()
                .ifPresent(receipt -> answer.header(
                        HttpHeaders.LOCATION, Paths.event(visit.ledger().name(), receipt.id())));
        return answer.build();
    }

    private static String required(String name, String value) {
        if (value == null || value.isEmpty()) {
            throw new ParameterRefused(name, value, "a value");
        }
        return value;
    }
}
