package io.trove.api;

import io.trove.event.EventId;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.links.Asked;
import io.trove.links.Linked;
import io.trove.links.Listed;
import io.trove.links.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A link between two events, as requests and answers say it. */
final class EventLink {
    private static final List<String> MEMBERS = List.of("source", "type", "target", "metadata");
    private static final List<String> END = List.of("id", "version");

    private EventLink() {}

    /** {@code {source, type, target, metadata}}; an end is {@code {id, version}} or an id. */
    static Asked read(Json body) {
        Members.only("", body, MEMBERS);
        var source = end(body, "source");
        var target = end(body, "target");
        var type = body.member("type").flatMap(Json::text).filter(text -> !text.isEmpty());
        var metadata = body.member("metadata");
        metadata.filter(value -> !value.isObject()).ifPresent(value -> {
            throw new Invalid("/metadata", Body.kind(value), "an object");
        });
        return new Asked(
                id(source, "/source"),
                version(source, "/source"),
                type.orElseThrow(() -> new Invalid("/type", got(body, "type"), "the type of the link, a text")),
                id(target, "/target"),
                version(target, "/target"),
                metadata);
    }

    private static Json end(Json body, String name) {
        var end = body.member(name).orElseThrow(() -> new Invalid("/" + name, "nothing", "an event, by its id"));
        if (!end.isText()) {
            Members.only("/" + name, end, END);
        }
        return end;
    }

    private static String id(Json end, String pointer) {
        return (end.isText() ? end.text() : end.member("id").flatMap(Json::text))
                .filter(id -> !id.isEmpty())
                .orElseThrow(() -> new Invalid(pointer + "/id", got(end, "id"), "an event's id"));
    }

    private static OptionalInt version(Json end, String pointer) {
        var version = end.member("version");
        if (version.isEmpty()) {
            return OptionalInt.empty();
        }
        var number = version.get().integer();
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > Integer.MAX_VALUE) {
            throw new Invalid(pointer + "/version", Body.kind(version.get()), "a whole number from 1");
        }
        return OptionalInt.of((int) number.getAsLong());
    }

    private static String got(Json object, String name) {
        return object.member(name).map(Body::kind).orElse("nothing");
    }

    static byte[] page(Page page) {
        var members = new LinkedHashMap<String, Object>();
        members.put("items", page.items().stream().map(EventLink::members).toList());
        members.put("next", page.next());
        return JsonText.of(members);
    }

    /** The link, and the event that changed it, where there is a new one. */
    static byte[] changed(Linked linked) {
        var members = new LinkedHashMap<String, Object>();
        members.put("link", members(linked.link()));
        members.put("event", linked.receipt().map(Receipts::object));
        return JsonText.of(members);
    }

    private static Map<String, Object> members(Listed link) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", link.type());
        members.put("source", members(link.source()));
        members.put("target", members(link.target()));
        if (link.said() >= 0) {
            members.put("position", link.said());
        }
        if (link.isAutomatic()) {
            members.put("automatic", true);
        }
        if (link.isWaiting()) {
            members.put("waiting", true);
        }
        members.put("metadata", link.metadata());
        return members;
    }

    static Map<String, Object> members(EventId id) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", id.id());
        members.put("version", id.version());
        return members;
    }
}
