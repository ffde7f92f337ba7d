package io.trove.api;

import io.trove.event.Invalid;
import java.util.List;
import java.util.OptionalInt;

/** What is wrong with some of several events. */
final class InvalidAt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** So many events are told of; then the rest is not looked at any more. */
    static final int EVENTS_MAX = 100;

    private final transient List<Event> events;

    /** An event that is none: which one, in NDJSON its line, and with pointers into the whole body, or into the line. */
    record Event(int index, OptionalInt line, Invalid invalid) {}

    InvalidAt(List<Event> events) {
        super(events.get(0).invalid().getMessage(), events.get(0).invalid(), false, false);
        this.events = List.copyOf(events);
    }

    /** At least one, in the order of the request. */
    List<Event> events() {
        return events;
    }
}
