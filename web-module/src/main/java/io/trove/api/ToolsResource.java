package io.trove.api;

import io.trove.event.Flakes;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.Expected;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
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

/** What agents do here, as tools that an agent framework registers as they are; bodies are of the dialect struere. */
@ApplicationScoped
@Path("{organization}/{environment}/tools")
@Consumes({MediaType.APPLICATION_JSON, ToolsResource.STRUERE_JSON})
@Produces(MediaType.APPLICATION_JSON)
public class ToolsResource {
    static final String STRUERE_JSON = "application/vnd.trove.struere+json";

    private static final String STRUERE = "struere";

    @Inject
    private Visits visits;

    @Inject
    private Appender appender;

    @Inject
    private Query query;

    @Inject
    private Flakes flakes;

    @Inject
    private Liftings liftings;

    @GET
    public Response tools(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request)
            throws IOException {
        visits.to(organization, environment, request);
        try (var tools = ToolsResource.class.getResourceAsStream("tools.json")) {
            return Response.ok(tools.readAllBytes()).build();
        }
    }

    @POST
    @Path("event.emit")
    public Response emit(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.toAppend(organization, environment, request);
        return append(visit, Json.parse(in, appender.bounds().requestBytesMax()), key, List.of());
    }

    @POST
    @Path("entity.create")
    public Response create(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Idempotency-Key") String key,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.toAppend(organization, environment, request);
        var body = Json.parse(in, appender.bounds().requestBytesMax());
        var owned = Keys.of(key).map(each -> visit.caller().id() + '\0' + each);
        var creation = Creation.of(body, owned, flakes::next);
        var isNew = Expected.none(creation.entityType(), creation.entityId());
        return append(visit, creation.event(), key, List.of(isNew));
    }

    @POST
    @Path("event.query")
    public Response find(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        var question = Question.of(Json.parse(in, appender.bounds().eventBytesMax()));
        var page = query.page(visit.sight(), question.filter(), question.page());
        var lifting = liftings.of(visit, question.as().orElse(null));
        return Documents.page(page, new Wanted(Spoken.named(STRUERE), Wanted.JSON, lifting));
    }

    private Response append(Visits.Visit visit, Json document, String key, List<Expected> expected) {
        var drafts = new Drafts(
                        Spoken.named(STRUERE),
                        false,
                        appender.bounds().limits(),
                        id -> query.entityType(visit.sight(), id))
                .of(Body.one(document));
        var append = Append.of(drafts)
                .expecting(expected)
                .seeing(visit.sight().extent())
                .withKey(Keys.of(key));
        return Receipts.one(
                visit.ledger(),
                appender.append(visit.ledger(), visit.caller(), append).get(0));
    }
}
