package io.trove.api;

import io.trove.event.BoundedBytes;
import io.trove.integrity.Witnessed;
import io.trove.integrity.Witnessing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** This installation as a C2SP witness to other logs. */
@ApplicationScoped
@Path("witness")
public class WitnessResource {
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final long BODY_BYTES_MAX = 64L * 1024;

    @Inject
    private Witnessing witnessing;

    @GET
    @Path("key")
    public Response key() {
        return Documents.fresh(JsonText.of(Map.of("key", witnessing.key().text())));
    }

    @POST
    @Path("add-checkpoint")
    public Response add(InputStream body) throws IOException {
        var answer = witnessing.add(BoundedBytes.read(body, BODY_BYTES_MAX));
        return answer instanceof Witnessed.Cosigned cosigned
                ? Response.ok(cosigned.line().print() + "\n", TEXT).build()
                : Response.status(Response.Status.CONFLICT)
                        .entity(((Witnessed.Elsewhere) answer).size() + "\n")
                        .type(SIZE)
                        .build();
    }
}
