package io.trove.dialect;

import io.trove.event.Json;
import java.util.Set;

/** The design's own event. */
public final class Trove implements Dialect {

    @Override
    public String name() {
        return "trove";
    }

    @Override
    public Json read(Json document) {
        return document;
    }

    @Override
    public Json write(long position, Json event) {
        return Mapping.positioned(position, event);
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/json", "application/vnd.trove.trove+json");
    }
}
