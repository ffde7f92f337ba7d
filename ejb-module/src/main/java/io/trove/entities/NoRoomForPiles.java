package io.trove.entities;

import io.trove.refusal.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The events of a ledger cannot be laid aside on this server's disk. */
final class NoRoomForPiles extends Refusal {

    private static final long serialVersionUID = 1L;

    NoRoomForPiles(IOException failure) {
        super(
                "The events that a replay folds cannot be laid aside (%s); make room under TROVE_HOME for as many bytes as the ledger's documents have"
                        .formatted(failure),
                failure);
    }

    @Override
    public String slug() {
        return "no-room-for-piles";
    }

    @Override
    public String title() {
        return "No room to sort a ledger's events";
    }

    @Override
    public int status() {
        return 503;
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of();
    }

    @Override
    public Optional<Duration> retryAfter() {
        return Optional.of(Duration.ofMinutes(1));
    }
}
