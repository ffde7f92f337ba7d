package io.trove.ledger;

import io.trove.event.Entity;
import io.trove.event.EventId;
import java.time.Instant;
import java.util.OptionalLong;

/** What an append answers for an event: where and when it was recorded, and the digest that commits to it. */
public record Receipt(
        long position,
        EventId id,
        Entity entity,
        OptionalLong entityVersion,
        byte[] digest,
        Instant recordedAt,
        boolean replay) {}
