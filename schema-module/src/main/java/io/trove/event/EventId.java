package io.trove.event;

/** An event's name within its ledger, and which of its versions. */
public record EventId(String id, int version) {
    public EventId {
        if (id.isEmpty() || version < 1) {
            throw new IllegalArgumentException(
                    "an event id is a text and a version from 1; got " + id + ", " + version);
        }
    }
}
