package io.trove.ledger;

import io.trove.event.Actor;
import java.util.Optional;

/**
 * Who asks: the principal's id, the actor that its events get, the producer that they get where it is bound to one, and
 * the id of the API key that it asks by, if any, or of the event that set its password. Trove itself asks as {@link #trove()}.
 */
public record Caller(
        String id, Actor actor, Optional<String> producer, Optional<String> key, Optional<String> password) {

    private static final Caller TROVE =
            new Caller("trove", new Actor("system", "trove", Optional.empty()), Optional.empty());

    public Caller(String id, Actor actor, Optional<String> producer) {
        this(id, actor, producer, Optional.empty());
    }

    public Caller(String id, Actor actor, Optional<String> producer, Optional<String> key) {
        this(id, actor, producer, key, Optional.empty());
    }

    /** The same, by the password that this event set. */
    public Caller byPassword(String setBy) {
        return new Caller(id, actor, producer, key, Optional.of(setBy));
    }

    /** Trove itself, which alone appends system events. */
    public static Caller trove() {
        return TROVE;
    }

    /** Whether Trove itself asks. */
    @SuppressWarnings("ReferenceEquality") // an equal one could be made by anyone
    public boolean isTrove() {
        return this == TROVE;
    }
}
