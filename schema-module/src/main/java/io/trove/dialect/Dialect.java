package io.trove.dialect;

import io.trove.event.Json;
import java.util.Set;

/** Another system's shape of an event; found by {@link java.util.ServiceLoader}, stateless, safe to share. */
public interface Dialect {

    /** What it is called in {@code ?dialect=} and in {@code application/vnd.trove.NAME+json}. */
    String name();

    /** The event that this document of the dialect says; {@link io.trove.event.Invalid} when it is none of the dialect. */
    Json read(Json document);

    /** A kept event and its position in this dialect; {@link #read} of it gives the event with its position again. */
    Json write(long position, Json event);

    /** Where this document says what its event says at a JSON Pointer; there too where nothing is said and something should be. */
    default String pointer(Json document, String inEvent) {
        return inEvent;
    }

    /** The media types of one document of this dialect. */
    default Set<String> mediaTypes() {
        return Set.of("application/vnd.trove." + name() + "+json");
    }

    /** True when the document leaves its entity's type to the ledger: it is the type first recorded for the entity's id. */
    default boolean leavesEntityTypeOpen(Json document) {
        return false;
    }
}
