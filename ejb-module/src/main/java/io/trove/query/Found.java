package io.trove.query;

import io.trove.event.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** An event as it is kept, at its position. */
public record Found(long position, byte[] document, byte[] digest) {

    /** Which version of its event this is. */
    int version() {
        return (int) Json.parse(document)
                .at("/id/version")
                .map(Json::integer)
                .orElseThrow()
                .orElseThrow();
    }

    /** Writes the full form: the kept bytes as they are, behind the position. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(("{\"position\":" + position + ",").getBytes(StandardCharsets.US_ASCII));
        out.write(document, 1, document.length - 1);
    }
}
