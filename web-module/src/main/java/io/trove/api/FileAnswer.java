package io.trove.api;

import io.trove.files.Attachment;
import io.trove.files.Source;
import io.trove.files.Span;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Answers with a file: its bytes, one part of them, where else they are, or that nothing changed. */
record FileAnswer(Asked asked, HttpServletResponse response, Transfers transfers) {
    /** A file that lies elsewhere: the event's own words about it. */
    static final String LOCATOR = "application/vnd.trove.locator+json";

    /** What a request for a file says beside the address; each may be null. */
    record Asked(String range, String ifRange, String known, String wanted, boolean headOnly) {}

    Response of(Attachment file) throws IOException {
        response.setHeader("Content-Security-Policy", Inert.POLICY);
        if (file.source() instanceof Source.Redirect there) {
            return headed(Response.temporaryRedirect(there.address())).build();
        }
        if (file.source() instanceof Source.Bytes bytes) {
            return bytes(file, bytes);
        }
        requireWanted(Optional.empty());
        return locator(file, (Source.Elsewhere) file.source());
    }

    private void requireWanted(Optional<String> tag) {
        if (asked.wanted() != null && !Tags.strongly(asked.wanted(), tag.orElse(Tags.ANY))) {
            throw new FileIsAnother(asked.wanted(), tag);
        }
    }

    private Response bytes(Attachment file, Source.Bytes bytes) throws IOException {
        var tag = bytes.hash().map(hash -> "\"sha256:" + hash + "\"");
        requireWanted(tag);
        if (tag.isPresent() && Tags.weakly(asked.known(), tag.get())) {
            return headed(Response.notModified())
                    .header(HttpHeaders.ETAG, tag.get())
                    .build();
        }
        response.setHeader("Accept-Ranges", "bytes");
        Optional<Span> part;
        try {
            part = asked.headOnly() ? Optional.empty() : Ranges.of(asked.range(), asked.ifRange(), tag, bytes.size());
        } catch (RangeUnsatisfiable beyond) {
            response.setHeader("Content-Range", "bytes */" + bytes.size());
            throw beyond;
        }
        var span = part.orElse(Span.whole(bytes.size()));
        var answer = headed(Response.status(part.isPresent() ? 206 : 200))
                .type(Inert.type(file.contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, Inert.disposition(file.filename(), file.id()))
                .header(HttpHeaders.CONTENT_LENGTH, Long.toString(span.length()));
        tag.ifPresent(text -> answer.header(HttpHeaders.ETAG, text));
        bytes.hash().ifPresent(hash -> answer.header("Repr-Digest", reprDigest(hash)));
        part.ifPresent(asPart -> answer.header("Content-Range", contentRange(asPart, bytes.size())));
        return asked.headOnly()
                ? answer.build()
                : answer.entity(stream(bytes, span)).build();
    }

    /** What cannot be read is found out before the answer has begun; behind that, only the connection can say so, by breaking. */
    private StreamingOutput stream(Source.Bytes bytes, Span span) throws IOException {
        var place = transfers.take();
        try {
            var in = bytes.opening().open(span);
            return out -> {
                try (place;
                        in) {
                    out.flush();
                    in.transferTo(out);
                }
            };
        } catch (IOException | RuntimeException failure) {
            place.close();
            throw failure;
        }
    }

    private static Response locator(Attachment file, Source.Elsewhere elsewhere) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", file.id());
        members.put("filename", file.filename());
        members.put("contentType", file.contentType());
        members.put("data", elsewhere.locator());
        return headed(Response.ok(JsonText.of(members), LOCATOR)).build();
    }

    private static Response.ResponseBuilder headed(Response.ResponseBuilder answer) {
        return answer.header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION);
    }

    private static String contentRange(Span part, long size) {
        return "bytes " + part.from() + "-" + (part.end() - 1) + "/" + size;
    }

    private static String reprDigest(String hash) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)) + ":";
    }
}
