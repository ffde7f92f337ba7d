package io.trove.dialect;

import io.trove.event.Json;

/** The events of struere: an entity's type as a slug, times in milliseconds. */
public final class Struere implements Dialect {
    static final Mapping MAPPING = new Mapping()
            .row("eventType", Form.TEXT, "type")
            .row("entityId", Form.TEXT, "entity", "id")
            .row("entityTypeSlug", Form.TEXT, "entity", "type")
            .row("actorType", Form.TEXT, "actor", "type")
            .row("actorId", Form.TEXT, "actor", "id")
            .row("payload", Form.ANY, "payload")
            .row("createdAt", Form.MILLIS, "createdAt");

    @Override
    public String name() {
        return "struere";
    }

    @Override
    public Json read(Json document) {
        return MAPPING.read(document);
    }

    @Override
    public String pointer(Json document, String inEvent) {
        return MAPPING.pointer(document, inEvent);
    }

    @Override
    public Json write(long position, Json event) {
        return MAPPING.write(Mapping.positioned(position, event), this::read);
    }
}
