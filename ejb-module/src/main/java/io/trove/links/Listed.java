package io.trove.links;

import io.trove.event.EventId;
import io.trove.event.Json;
import java.util.Optional;

/**
 * A link of an event as it is told.
 *
 * @param said the position of the event that says it, the last time that it is said
 * @param isAutomatic whether Trove made it
 * @param isWaiting whether an end is not there yet
 */
public record Listed(
        EventId source,
        String type,
        EventId target,
        long said,
        boolean isAutomatic,
        boolean isWaiting,
        Optional<Json> metadata) {

    Listed with(Optional<Json> beside) {
        return new Listed(source, type, target, said, isAutomatic, isWaiting, beside);
    }
}
