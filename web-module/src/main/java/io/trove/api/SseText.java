package io.trove.api;

import io.trove.query.Found;
import io.trove.registry.Lifting;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Events as Server-Sent Events (WHATWG HTML, 9.2): the id is the position, the data is the event in one line. */
final class SseText {

    static final String MEDIA_TYPE = "text/event-stream";

    private static final byte[] DATA = ascii("data: ");
    private static final byte[] END = ascii("\n\n");

    private final Wanted wanted;
    private final Optional<Supplier<Lifting>> lifting;

    private SseText(Wanted wanted, Optional<Supplier<Lifting>> lifting) {
        this.wanted = wanted;
        this.lifting = lifting;
    }

    /**
     * In the dialect of this name, or as events are kept when it is null; lifted where that is asked for, by what is
     * registered when an event is written: a stream outlives the latest version of its beginning.
     */
    static SseText in(String dialect, Optional<Supplier<Lifting>> lifting) {
        return new SseText(new Wanted(Spoken.named(dialect), MEDIA_TYPE, Optional.empty()), lifting);
    }

    /** Refuses who does not take a stream. */
    static void requireAccepted(HttpServletRequest request) {
        String accept = String.join(",", Collections.list(request.getHeaders("Accept")));
        if (Accepted.of(accept).best(List.of(MEDIA_TYPE)).isEmpty()) {
            throw new NotWritten(accept, List.of(MEDIA_TYPE));
        }
    }

    /** What is written of each event: the kept form, or a view. */
    Wanted wanted() {
        return wanted.lifted(lifting.map(Supplier::get));
    }

    void write(Found event, ByteArrayOutputStream out) {
        try {
            out.write(ascii("id: " + event.position() + "\n"));
            out.write(DATA);
            wanted().writeTo(out, event);
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
