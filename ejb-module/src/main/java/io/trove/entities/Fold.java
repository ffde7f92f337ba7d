package io.trove.entities;

import io.trove.event.Json;

/**
 * What an event makes of a state. A fold is pure: no clock, no input, no output; the same state and event always give the
 * same. A CDI bean of this type that is qualified with {@link Folds} folds the events of a type.
 */
public interface Fold {

    /** The state after the event; {@code state} is null in JSON before the first that sets one. */
    Json fold(Json state, Json event);
}
