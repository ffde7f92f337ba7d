package io.trove.api;

import io.trove.files.Arrival;
import io.trove.files.Blobs;
import io.trove.ledger.Appender;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bytes that are sent ahead of the events that are to hold them. */
@ApplicationScoped
@Path("{organization}/{environment}/blobs")
public class BlobsResource {
    @Inject
    private Visits visits;

    @Inject
    private Appender appender;

    @Inject
    private Blobs blobs;

    @Inject
    private Transfers transfers;

    @PUT
    public Response upload(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @HeaderParam("Content-Digest") String contentDigest,
            @HeaderParam("Repr-Digest") String reprDigest,
            @HeaderParam("Content-Encoding") String encoding,
            @HeaderParam("Content-Range") String part,
            @Context HttpServletRequest request,
            InputStream in)
            throws IOException {
        var visit = visits.to(organization, environment, request);
        appender.requireAdmitted(visit.ledger(), visit.caller());
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new ParameterRefused("Content-Encoding", encoding, "none: bytes are kept as they are sent");
        }
        if (part != null) {
            throw new ParameterRefused("Content-Range", part, "none: bytes are sent whole");
        }
        blobs.requireRoom(request.getContentLengthLong());
        var digests = DigestFields.of(contentDigest, reprDigest);
        try (var place = transfers.take();
                var arrival = blobs.receive(in, digests.algorithms())) {
            requireWhole(request, arrival);
            digests.require(arrival);
            blobs.keep(visit.ledger(), visit.caller(), arrival);
            return Response.status(Response.Status.CREATED)
                    .type(Wanted.JSON)
                    .entity(JsonText.of(members(arrival)))
                    .build();
        }
    }

    /** A connection that breaks may look like an end. */
    private static void requireWhole(HttpServletRequest request, Arrival arrival) throws IOException {
        var announced = request.getContentLengthLong();
        if (announced >= 0 && announced != arrival.size()) {
            throw new EOFException("%d bytes of %d arrived".formatted(arrival.size(), announced));
        }
    }

    private static Map<String, Object> members(Arrival arrival) {
        var members = new LinkedHashMap<String, Object>();
        members.put("hash", "sha256:" + arrival.hash());
        members.put("size", arrival.size());
        members.put("data", "trove:sha256:" + arrival.hash());
        return members;
    }
}
