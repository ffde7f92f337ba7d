package io.trove.query;

import io.trove.access.Sight;
import io.trove.event.Json;
import io.trove.event.KeptMembers;
import io.trove.filter.Extent;
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

    /** Whether this whole event lies in a part of its ledger. */
    boolean isIn(Extent extent) {
        return extent.contains(position, new KeptMembers(document));
    }

    /** What is seen of this whole event when it is meant by a filter, or nothing. A masked field is found by no filter. */
    public Optional<Found> seen(Sight sight, Filter filter) {
        if (filter.isAll() && sight.isEverything()) {
            return Optional.of(this);
        }
        var members = new KeptMembers(document);
        if (!sight.extent().contains(position, members)) {
            return Optional.empty();
        }
        if (filter.isAll()) {
            Sight.Shown shown = sight.maskedOf(members);
            return Optional.of(shown.masked().isEmpty() ? this : view(members, shown));
        }
        if (sight.masks(members)) {
            return masked(filter, members, sight.shown(Json.kept(document)));
        }
        return filter.matches(position, members) ? Optional.of(this) : Optional.empty();
    }

    /**
     * The same, where it is parsed already.
     *
     * @param content the document
     */
    public Optional<Found> seen(Sight sight, Filter filter, Json content) {
        return sight.extent().contains(position, content)
                ? masked(filter, new KeptMembers(document), sight.shown(content))
                : Optional.empty();
    }

    private Optional<Found> masked(Filter filter, KeptMembers members, Sight.Shown shown) {
        if (!filter.isAll() && !filter.matches(position, shown.searched())) {
            return Optional.empty();
        }
        return Optional.of(shown.masked().isEmpty() ? this : view(members, shown));
    }

    /** What is not masked is handed out as the bytes that it is kept as. */
    private Found view(KeptMembers members, Sight.Shown shown) {
        return new Found(position, members.with(shown.document(), shown.masked()), digest, shown.masked());
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
