package io.trove.links;

import io.trove.event.EventId;
import io.trove.event.Json;
import java.util.Optional;

/** Reads what an event says beside a link. */
final class Metadata {

    private Metadata() {}

    static Optional<Json> of(Json document, EventId source, String type, EventId target) {
        if (text(document, "/type").filter(LinkEvents.LINKED::equals).isPresent()) {
            return document.at("/payload/metadata");
        }
        return document.member("links").stream()
                .flatMap(links -> links.items().stream())
                .filter(link -> isOf(link, type, target.id())
                        || (type.equals(LinkType.PARENT) && isOf(link, LinkType.CHILD, source.id())))
                .findFirst()
                .flatMap(link -> link.member("metadata"));
    }

    private static boolean isOf(Json link, String type, String id) {
        return text(link, "/type").filter(type::equals).isPresent()
                && text(link, "/targetEvent/id").filter(id::equals).isPresent();
    }

    private static Optional<String> text(Json json, String pointer) {
        return json.at(pointer).flatMap(Json::text);
    }
}
