package io.trove.api;

import io.trove.integrity.Proving;
import io.trove.integrity.TileUnknown;
import io.trove.ledger.Ledger;
import io.trove.merkle.Tile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.BiFunction;

/** A ledger's tree as C2SP {@code tlog-tiles} lays it out: existing log clients read it here. */
@ApplicationScoped
@Path("{organization}/{environment}/tile")
public class TreeResource {
    private static final String FOREVER = "private, max-age=31536000, immutable";
    private static final String A_LEVEL = "0|[1-9][0-9]?";

    @Inject
    private Visits visits;

    @Inject
    private Proving proving;

    @GET
    @Path("{level}/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response tile(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("level") String level,
            @PathParam("path") String path,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        if (!level.matches(A_LEVEL)) {
            throw new TileUnknown("tile/" + level + "/" + path);
        }
        return answer(ledger, Integer.parseInt(level), "tile/" + level + "/", path, proving::tile);
    }

    @GET
    @Path("entries/{path: .+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response entries(
            @PathParam("organization") String organization,
            @PathParam("environment") String environment,
            @PathParam("path") String path,
            @Context HttpServletRequest request) {
        var ledger = visits.toTree(organization, environment, request);
        return answer(ledger, 0, "tile/entries/", path, proving::entries);
    }

    /** What a name stands for never changes, of a partial tile no less than of a full one. */
    private static Response answer(
            Ledger ledger, int level, String before, String path, BiFunction<Ledger, Tile, byte[]> read) {
        var tile = Tile.parse(level, path).orElseThrow(() -> new TileUnknown(before + path));
        return Response.ok(read.apply(ledger, tile), MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CACHE_CONTROL, FOREVER)
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION)
                .build();
    }
}
