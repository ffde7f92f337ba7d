package io.trove.links;

import io.trove.ledger.Mention;
import java.util.OptionalInt;

/**
 * An end of a link as an event says it. One end of a link of its own is the event itself; {@code event.linked} and {@code
 * event.unlinked} say both, the source first.
 */
record Said(Role role, String type, String id, OptionalInt version) implements Mention {

    /** What the end is for. */
    enum Role {
        /** Where a link leads that begins at the event itself. */
        TARGET,
        /** Where a link begins that leads to the event itself. */
        SOURCE,
        LINKED_FROM,
        LINKED_TO,
        UNLINKED_FROM,
        UNLINKED_TO
    }
}
