package io.trove.query;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.KeptDocument;
import io.trove.filter.Filter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * An event at its position: as it is kept, or, where members are masked, the view of it that a sight allows. The digest is
 * the kept document's in either case.
 */
public record Found(long position, byte[] document, byte[] digest, Set<String> masked) {

    public Found {
        masked = Set.copyOf(masked);
    }

    /** An event that is handed out whole. */
    public Found(long position, byte[] document, byte[] digest) {
        this(position, document, digest, Set.of());
    }

    /** Whether it is the kept document. */
    public boolean isWhole() {
        return masked.isEmpty();
    }

    /**
     * What is seen of this whole event when it is meant by a filter, or nothing. A masked field is found by no filter.
     *
     * @param content the document, parsed
     */
    public Optional<Found> seen(Sight sight, Filter filter, Json content) {
        if (!sight.extent().contains(position, content)) {
            return Optional.empty();
        }
        Sight.Shown shown = sight.shown(content);
        if (!filter.isAll() && !filter.matches(position, shown.searched())) {
            return Optional.empty();
        }
        return Optional.of(shown.masked().isEmpty() ? this : new Found(position, view(shown), digest, shown.masked()));
    }

    /** What is not masked is handed out as the bytes that it is kept as. */
    private byte[] view(Sight.Shown shown) {
        return KeptDocument.of(document)
                .map(kept -> kept.with(shown.document(), shown.masked()))
                .orElseGet(() -> shown.document().canonical());
    }

    /** Which version of its event this is. */
    int version() {
        return (int) Json.kept(document)
                .at("/id/version")
                .map(Json::integer)
                .orElseThrow()
                .orElseThrow();
    }

    /** Writes the kept bytes as they are, behind the position; of a view, behind what is masked too. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(("{\"position\":" + position + ",").getBytes(StandardCharsets.US_ASCII));
        if (!isWhole()) {
            String names = Json.array(masked.stream().sorted().toList()).toString();
            out.write(("\"view\":{\"masked\":" + names + "},").getBytes(StandardCharsets.US_ASCII));
        }
        out.write(document, 1, document.length - 1);
    }
}
