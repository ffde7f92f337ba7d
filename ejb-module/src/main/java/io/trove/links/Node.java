package io.trove.links;

import io.trove.event.EventId;

/** A node of the graph: an event in one of its versions, and where it is. */
public record Node(long position, EventId id, String type) {}
