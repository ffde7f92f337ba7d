package io.trove.ledger;

import io.trove.event.EventId;

/** Something that a decision needs to know of a ledger's past, and the position that it was learnt from. */
sealed interface Known {

    long position();

    /** An event with this id and version is there, with this content. */
    record Event(long position, byte[] contentDigest) implements Known {}

    /** An entity has this many events; the newest is at the position. */
    record Version(long position, long version) implements Known {}

    /** A request with this key had its effect: so many events from the position on; none when all were there, the first here. */
    record Request(long position, byte[] requestDigest, long count) implements Known {

        boolean wrote(long at) {
            return at >= position && at < position + count;
        }
    }

    /** The newest version of an event, and where it is. */
    record Newest(long position, int version) implements Known {}

    /** What can be known, and asked for. */
    sealed interface Key {}

    /** Whether an event is there. */
    record OfEvent(EventId id) implements Key {}

    /** Which version of an event is the newest. */
    record OfNewest(String id) implements Key {}

    /** How many events an entity has. */
    record OfEntity(String type, String id) implements Key {}

    /** Whether a request was sent before, by the hex digits of its key's hash. */
    record OfRequest(String keyHash) implements Key {}
}
