package io.trove.entities;

import io.trove.event.Json;

/**
 * Decides a command by the state of its entity. A CDI bean of this type that is qualified with {@link Handles} decides the
 * commands of a type. It may be asked several times, when somebody else was quicker, and so does nothing but decide.
 */
public interface Handler {

    /** {@code state} is null in JSON when there is no such entity. */
    Handled handle(Json state, Json command);
}
