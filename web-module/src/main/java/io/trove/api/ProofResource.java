package io.trove.api;

import io.trove.event.BoundedBytes;
import io.trove.evidence.Verdict;
import io.trove.integrity.Disclosing;
import io.trove.integrity.Proving;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;

/** Proofs about a ledger's tree, for those who would rather not work them out from its tiles. */
@ApplicationScoped
@Path("{organization}/{environment}/proof")
public class ProofResource {
    private static final long EVIDENCE_BYTES_MAX = 16L * 1024 * 1024;

    @Inject
    private Visits visits;

    @Inject
    private Proving proving;

    @Inject
    private Disclosing disclosing;

    @GET
    @Path("inclusion")
    public Response inclusion(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("position") String position,
            @QueryParam("size") String size,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        var proof = proving.inclusion(ledger, Numbers.position(position), Numbers.size("size", size));
        var members = new LinkedHashMap<String, Object>();
        members.put("position", proof.position());
        members.put("size", proof.size());
        members.put("leaf", text(proof.leaf()));
        members.put("proof", texts(proof.proof()));
        members.put("root", text(proof.root()));
        return Documents.fresh(JsonText.of(members));
    }

    @GET
    @Path("consistency")
    public Response consistency(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        var proof = proving.consistency(ledger, Numbers.whole("from", from), Numbers.size("to", to));
        var members = new LinkedHashMap<String, Object>();
        members.put("from", proof.from());
        members.put("to", proof.to());
        members.put("proof", texts(proof.proof()));
        members.put("fromRoot", text(proof.fromRoot()));
        members.put("toRoot", text(proof.toRoot()));
        return Documents.fresh(JsonText.of(members));
    }

    @POST
    @Path("verify")
    public Response verify(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @Context HttpServletRequest request,
            InputStream evidence)
            throws IOException {
        var ledger = visits.toTree(organization, environment, request);
        Verdict verdict = disclosing.verify(ledger, BoundedBytes.read(evidence, EVIDENCE_BYTES_MAX));
        var members = new LinkedHashMap<String, Object>();
        members.put("holds", verdict.holds());
        members.put("holding", verdict.holding());
        members.put("failures", verdict.failures());
        members.put("unchecked", verdict.unchecked());
        return Documents.fresh(JsonText.of(members));
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(ProofResource::text).toList();
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }
}
