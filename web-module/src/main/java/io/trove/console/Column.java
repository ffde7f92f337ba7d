package io.trove.console;

import java.util.Arrays;
import java.util.List;

/** A column of the table of events: its name in addresses, its heading, and where an event says it. */
public enum Column {
    POSITION("position", "Position", ""),
    TYPE("type", "Event", "/type"),
    ENTITY("entity", "Happened to", "/entity/id"),
    ACTOR("actor", "By", "/actor/id"),
    RECORDED("recorded", "Recorded", "/recordedAt"),
    CREATED("created", "Created", "/createdAt"),
    MESSAGE("message", "Message", "/message"),
    PAYLOAD("payload", "Payload", "/payload"),
    SCHEMA("schema", "Schema", "/schema/id"),
    PRODUCER("producer", "Producer", "/producer"),
    TRACE("trace", "Trace", "/trace/traceId"),
    CORRELATION("correlation", "Correlation", "/context/correlationId"),
    ID("id", "Event id", "/id/id");

    static final List<Column> DEFAULT = List.of(POSITION, TYPE, ENTITY, ACTOR, RECORDED);

    private final String text;
    private final String heading;
    private final String pointer;

    Column(String text, String heading, String pointer) {
        this.text = text;
        this.heading = heading;
        this.pointer = pointer;
    }

    /** Those that are named, in their own order; the usual ones when none is. */
    static List<Column> named(List<String> names) {
        var named = Arrays.stream(values())
                .filter(column -> names.contains(column.text))
                .toList();
        return named.isEmpty() ? DEFAULT : named;
    }

    public String text() {
        return text;
    }

    public String heading() {
        return heading;
    }

    public String pointer() {
        return pointer;
    }

    String of(EventFacts event) {
        return this == POSITION ? Long.toString(event.position()) : event.at(pointer);
    }
}
