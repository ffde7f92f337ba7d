package io.trove.api;

import io.trove.event.Times;
import io.trove.integrity.Checkpoints;
import io.trove.integrity.Signed;
import io.trove.integrity.TileUnknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** What a ledger signed: as a C2SP checkpoint, or as JSON beside the key that signed it. */
@ApplicationScoped
@Path("{organization}/{environment}/checkpoint")
public class CheckpointResource {
    private static final String TEXT = "text/plain";
    private static final String A_MOMENT = "private, max-age=2";

    @Inject
    private Visits visits;

    @Inject
    private Checkpoints checkpoints;

    @GET
    public Response checkpoint(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("size") String size,
            @HeaderParam("Accept") String accept,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        var wanted = Numbers.size("size", size);
        var signed = wanted.isEmpty()
                ? checkpoints.newest(ledger)
                : checkpoints
                        .ofSize(ledger, wanted.getAsLong())
                        .orElseThrow(() -> new TileUnknown("checkpoint?size=" + size));
        var offered = List.of(TEXT, Wanted.JSON);
        var type = Accepted.of(accept).best(offered).orElseThrow(() -> new NotWritten(accept, offered));
        var answer = type.equals(TEXT)
                ? Response.ok(signed.note().print(), TEXT + ";charset=utf-8")
                : Response.ok(json(signed, checkpoints.keyOf(ledger, signed).text()), Wanted.JSON);
        return answer.header(HttpHeaders.CACHE_CONTROL, A_MOMENT)
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    private static byte[] json(Signed signed, String key) {
        var checkpoint = signed.checkpoint();
        var members = new LinkedHashMap<String, Object>();
        members.put("origin", checkpoint.origin());
        members.put("size", checkpoint.size());
        members.put("root", Base64.getEncoder().encodeToString(checkpoint.root()));
        members.put("signedAt", Times.text(signed.signedAtMicros()));
        members.put("key", key);
        members.put("note", signed.note().print());
        return JsonText.of(members);
    }
}
