package io.trove.links;

import io.trove.event.Json;
import java.util.Optional;
import java.util.OptionalInt;

/** A link that is to be made or taken away: of this type, from one event to another, with what is said beside it. */
public record Asked(
        String sourceId,
        OptionalInt sourceVersion,
        String type,
        String targetId,
        OptionalInt targetVersion,
        Optional<Json> metadata) {

    /** As it is kept: a {@code child} is a {@code parent} from the other end. */
    Asked kept() {
        return type.equals(LinkType.CHILD)
                ? new Asked(
                        /* sourceId= */ targetId,
                        /* sourceVersion= */ targetVersion,
                        LinkType.PARENT,
                        /* targetId= */ sourceId,
                        /* targetVersion= */ sourceVersion,
                        metadata)
                : this;
    }
}
