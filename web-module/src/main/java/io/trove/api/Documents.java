package io.trove.api;

import io.trove.access.Sight;
import io.trove.query.Found;
import io.trove.query.Page;
import io.trove.query.Sink;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands kept events out: as the bytes that are kept, their position beside the document's members, or as a view. */
final class Documents {
    static final String VIEW = "Trove-View";
    private static final int BUFFER_BYTES = 32 * 1024;
    private static final String PRIVATE = "private, no-cache";
    private static final String VARY = "Accept, Authorization";

    private Documents() {}

    static Response one(Found found, Wanted wanted, Sight sight, String known) throws IOException {
        var tag = wanted.tag(found, sight.version());
        var answer =
                Tags.weakly(known, tag) ? Response.notModified() : Response.ok(wanted.bytes(found), wanted.mediaType());
        if (!wanted.isFull(found)) {
            answer.header(VIEW, wanted.view(found));
        }
        return privately(answer).header(HttpHeaders.ETAG, tag).build();
    }

    static Response page(Page page, Wanted wanted) {
        return answer(page, wanted).build();
    }

    static Response page(Page page, Wanted wanted, UriInfo address) {
        var answer = answer(page, wanted);
        page.next()
                .ifPresent(cursor -> answer.header(
                        HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(Paths.following(address, cursor))));
        return answer.build();
    }

    private static Response.ResponseBuilder answer(Page page, Wanted wanted) {
        StreamingOutput body = buffered(out -> write(page, wanted, out));
        return headed(Response.ok(body, wanted.mediaType()), wanted);
    }

    /** An event a line, of as many as there are; when it breaks off, the last line is no event and says why. */
    static Response lines(Source events, Wanted wanted) {
        StreamingOutput body = buffered(out -> {
            var begun = new AtomicBoolean();
            try {
                events.writeTo(found -> {
                    line(found, wanted.anew(), out);
                    begun.set(true);
                });
            } catch (RuntimeException failure) {
                if (!begun.get()) {
                    throw failure;
                }
                out.write(brokenOff(failure));
            }
        });
        return headed(Response.ok(body, wanted.mediaType()), wanted).build();
    }

    private static byte[] brokenOff(RuntimeException failure) {
        var id = RequestId.entered();
        var problem = new String(ProblemMapper.problem(failure, id).document(id), StandardCharsets.UTF_8);
        return ("{\"problem\":" + problem + "}\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Where many events come from, one after the other. */
    interface Source {
        void writeTo(Sink sink) throws IOException;
    }

    /** What was found out just now. */
    static Response fresh(byte[] json) {
        return fresh(json, Wanted.JSON, Optional.empty());
    }

    /** What says by its tag whether it has changed. */
    static Response tagged(byte[] json, String known) {
        var tag = Digests.tagOf(json);
        var answer = Tags.weakly(known, tag) ? Response.notModified() : Response.ok(json, Wanted.JSON);
        return answer.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(HttpHeaders.VARY, VARY)
                .build();
    }

    /** The same in another form, and where more of it is. */
    static Response fresh(byte[] bytes, String mediaType, Optional<String> next) {
        var answer = Response.ok(bytes, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, PRIVATE)
                .header(HttpHeaders.VARY, VARY);
        next.ifPresent(address -> answer.header(HttpHeaders.LINK, "<%s>; rel=\"next\"".formatted(address)));
        return answer.build();
    }

    /** An event is written in small parts, and each way through the web server's own streams has its price. */
    private static StreamingOutput buffered(StreamingOutput body) {
        return out -> {
            var buffer = new BufferedOutputStream(out, BUFFER_BYTES);
            body.write(buffer);
            buffer.flush();
        };
    }

    private static void line(Found found, Wanted wanted, OutputStream out) throws IOException {
        wanted.writeTo(out, found);
        out.write('\n');
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer, Wanted wanted) {
        if (!wanted.isFull()) {
            answer.header(VIEW, wanted.view());
        }
        return privately(answer);
    }

    private static Response.ResponseBuilder privately(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, PRIVATE).header(HttpHeaders.VARY, VARY);
    }

    private static void write(Page page, Wanted wanted, OutputStream out) throws IOException {
        if (wanted.isLines()) {
            for (var found : page.items()) {
                line(found, wanted, out);
            }
            return;
        }
        out.write(ascii(wanted.isBatch() ? "[" : "{\"items\":["));
        var separator = "";
        for (var found : page.items()) {
            out.write(ascii(separator));
            separator = ",";
            wanted.writeTo(out, found);
        }
        out.write(']');
        if (!wanted.isBatch()) {
            out.write(ascii(
                    page.next().map(cursor -> ",\"next\":\"" + cursor + "\"").orElse("")));
            out.write(ascii(",\"scanned\":" + page.scanned() + "}"));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
