package io.trove.ledger;

import io.trove.event.EventId;
import java.util.OptionalLong;

/** What a mention meant at the commit: an event, and where it is; nowhere when it is not there yet. */
public record Mentioned(Mention mention, EventId id, OptionalLong position) {}
