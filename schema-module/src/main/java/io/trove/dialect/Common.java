package io.trove.dialect;

import io.trove.event.Json;

/** The event that services and logs have in common: {@code <domain>.<action>[.<state>]} with details. */
public final class Common implements Dialect {
    static final Mapping MAPPING = new Mapping()
            .row("id", Form.TEXT, "id", "id")
            .row("eventType", Form.TEXT, "type")
            .row("module", Form.TEXT, "module")
            .row("message", Form.TEXT, "message")
            .row("timestamp", Form.TEXT, "createdAt")
            .row("userId", Form.TEXT, "userId")
            .row("source", Form.OBJECT, "source")
            .row("http", Form.OBJECT, "http")
            .row("trace", Form.OBJECT, "trace")
            .row("actor", Form.OBJECT, "actor")
            .row("details", Form.ANY, "payload");

    @Override
    public String name() {
        return "common";
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
