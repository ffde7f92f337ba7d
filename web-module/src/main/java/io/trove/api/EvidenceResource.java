package io.trove.api;

import io.trove.event.Json;
import io.trove.integrity.Disclosing;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Events with what it takes to check them without a server. */
@ApplicationScoped
@Path("{organization}/{environment}/evidence")
public class EvidenceResource {
    /** The media type of a file of evidence. */
    static final String EVIDENCE = "application/vnd.trove.evidence+json";

    private static final String NEXT = "Trove-Next";
    private static final long QUESTION_BYTES_MAX = 1024 * 1024;

    @Inject
    private Visits visits;

    @Inject
    private Query query;

    @Inject
    private Disclosing disclosing;

    @POST
    public Response evidence(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        visits.toTree(organization, environment, request);
        var question = EvidenceQuestion.of(Json.parse(in, QUESTION_BYTES_MAX));
        var page = question.page().map(wanted -> query.page(visit.sight(), question.filter(), wanted));
        var evidence = disclosing.evidence(
                visit.sight(), page.map(found -> found.items()).orElse(List.of()), question.from());
        var answer = file(evidence.write(), EVIDENCE, "evidence.trove");
        page.flatMap(found -> found.next()).ifPresent(next -> answer.header(NEXT, next));
        return answer.build();
    }

    /** What is kept as a file. */
    static Response.ResponseBuilder file(Object content, String type, String name) {
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization");
    }
}
