package io.trove.api;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.Json;
import io.trove.files.Roots;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/** The directories and buckets that a ledger's references may be followed into: the affair of those who run the installation. */
@ApplicationScoped
@Path("{organization}/{environment}/files/roots")
public class RootsResource {
    private static final long QUESTION_BYTES_MAX = 16 * 1024;

    @Inject
    private Visits visits;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Roots roots;

    @GET
    public Response roots(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request) {
        return answer(roots.of(managed(organization, environment, request).ledger()));
    }

    @POST
    public Response grant(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = managed(organization, environment, request);
        var asked = Json.parse(in, QUESTION_BYTES_MAX);
        Members.only("", asked, List.of("root"));
        var root = asked.member("root").flatMap(Json::text).orElse("");
        return answer(roots.grant(visit.ledger(), visit.caller(), root));
    }

    @DELETE
    public Response revoke(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("root") String root,
            @Context HttpServletRequest request) {
        var visit = managed(organization, environment, request);
        return answer(roots.revoke(visit.ledger(), visit.caller(), root == null ? "" : root));
    }

    /** What the server's own account may read is not for an organization to grant. */
    private Visits.Visit managed(String organization, String environment, HttpServletRequest request) {
        var visit = visits.to(organization, environment, request);
        var installation = ledgers.find(LedgerName.INSTALLATION);
        access.demand(visit.caller(), installation, Permission.ACCESS_MANAGE, "Managing what references lead into");
        return visit;
    }

    private static Response answer(List<String> granted) {
        return Response.ok(JsonText.of(Map.of("roots", granted)), Wanted.JSON).build();
    }
}
