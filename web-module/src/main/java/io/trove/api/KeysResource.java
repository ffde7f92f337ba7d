package io.trove.api;

import io.trove.access.Permission;
import io.trove.evidence.NoteKey;
import io.trove.integrity.Checkpoints;
import io.trove.integrity.LedgerKey;
import io.trove.integrity.Rotating;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The keys that sign for a ledger, with the trees that each signs; and the change from one to the next. */
@ApplicationScoped
@Path("{organization}/{environment}/keys")
public class KeysResource {
    private static final String TEXT = "text/plain";

    @Inject
    private Visits visits;

    @Inject
    private Checkpoints checkpoints;

    @Inject
    private Rotating rotating;

    @GET
    public Response keys(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Accept") String accept,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        var offered = List.of(Wanted.JSON, TEXT);
        var type = Accepted.of(accept).best(offered).orElseThrow(() -> new NotWritten(accept, offered));
        var keys = checkpoints.keys(ledger);
        return type.equals(Wanted.JSON)
                ? Documents.fresh(JsonText.of(
                        Map.of("items", keys.stream().map(KeysResource::members).toList())))
                : Response.ok(lines(keys), TEXT + ";charset=utf-8")
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                        .header(HttpHeaders.VARY, "Accept, Authorization")
                        .build();
    }

    @POST
    @Path("rotate")
    public Response rotate(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Idempotency-Key") String once,
            @Context HttpServletRequest request) {
        var ledger =
                visits.toTree(organization, environment, request, Permission.KEYS_ROTATE, "Rotating a ledger's key");
        var key = rotating.rotate(ledger, Visitor.of(request), Keys.of(once));
        return Documents.fresh(JsonText.of(members(key)));
    }

    /** A verifier key a line, the first first: what {@code --key} of the offline verifier takes. */
    private static String lines(List<LedgerKey> keys) {
        return keys.stream()
                .map(LedgerKey::key)
                .map(NoteKey::text)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static Map<String, Object> members(LedgerKey key) {
        var members = new LinkedHashMap<String, Object>();
        members.put("key", key.key().text());
        members.put("publicKey", key.key().key().text());
        members.put("position", key.position());
        members.put("fromSize", key.fromSize());
        key.toSize().ifPresent(size -> members.put("toSize", size));
        return members;
    }
}
