package io.trove.entities;

import io.trove.event.Json;
import java.util.List;

/** What a handler makes of a command: events, or why there are none. */
public sealed interface Handled {

    /** An event that is to be appended: of the command's entity, unless its type says another. */
    record Event(String type, Json payload) {}

    record Events(List<Event> events) implements Handled {

        public Events {
            events = List.copyOf(events);
        }
    }

    record Rejected(String reason) implements Handled {}
}
