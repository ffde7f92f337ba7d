package io.trove.dialect;

import io.trove.event.Json;

/**
 * The events of consequent: metadata begin with an underscore, every other top-level field is the payload.
 * {@code _actor*} is the entity that the event belongs to; {@code _createdBy*} the one that produced it.
 */
public final class Consequent implements Dialect {
    static final Mapping MAPPING = new Mapping()
            .row("type", Form.TEXT, "type")
            .row("id", Form.TEXT, "id", "id")
            .row("_actorType", Form.TEXT, "entity", "type")
            .row("_actorId", Form.TEXT, "entity", "id")
            .row("_createdOn", Form.TEXT, "createdAt")
            .row("_createdBy", Form.TEXT, "cause", "entity", "type")
            .row("_createdById", Form.TEXT, "cause", "entity", "systemId")
            .row("_createdByVector", Form.VECTOR, "cause", "entity", "vector")
            .row("_createdByVersion", Form.WHOLE, "cause", "entity", "version")
            .row("_initiatedBy", Form.TEXT, "cause", "command")
            .row("_initiatedById", Form.TEXT, "cause", "commandId")
            .row("_indexBy", Form.ANY, "indexBy")
            .othersIn("payload");

    @Override
    public String name() {
        return "consequent";
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
        return MAPPING.write(Mapping.positioned(position, event), MAPPING::read);
    }
}
