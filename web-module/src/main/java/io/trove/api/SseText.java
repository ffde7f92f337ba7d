package io.trove.api;

import io.trove.dialect.Dialect;
import io.trove.dialect.Dialects;
import io.trove.event.Json;
import io.trove.query.Found;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Events as Server-Sent Events (WHATWG HTML, 9.2): the id is the position, the data is the event in one line. */
final class SseText {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END = ascii("\n\n");

    private final Optional<Dialect> dialect;

    private SseText(Optional<Dialect> dialect) {
        this.dialect = dialect;
    }

    /** In the dialect of this name, or as events are kept. */
    static SseText in(Optional<String> dialect) {
        return new SseText(dialect.filter(name -> !name.equals("trove")).map(SseText::named));
    }

    private static Dialect named(String name) {
        return Dialects.named(name)
                .orElseThrow(() -> new ParameterRefused(
                        "dialect",
                        name,
                        "one of " + Dialects.all().stream().map(Dialect::name).toList()));
    }

    void write(Found event, Optional<Json> parsed, ByteArrayOutputStream out) {
        try {
            out.write(ascii("id: " + event.position() + "\n"));
            out.write(DATA);
            if (dialect.isPresent()) {
                Json document = parsed.orElseGet(() -> Json.parse(event.document()));
                out.write(dialect.get().write(event.position(), document).canonical());
            } else {
                event.writeTo(out);
            }
            out.write(END);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Says that the stream lives, and up to which position there was nothing more to tell. */
    static byte[] heartbeat(long scanned) {
        return ascii((scanned < 0 ? "" : "id: " + scanned + "\n") + ": heartbeat\n\n");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
