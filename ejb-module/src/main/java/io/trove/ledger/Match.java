package io.trove.ledger;

import io.trove.event.EventId;
import java.util.Optional;

/** An event that a condition matches: what a conflict tells of it. */
record Match(long position, EventId id, String type, String entityType, Optional<String> entityId) {}
