package io.trove.api;

import io.trove.event.EventId;
import io.trove.event.SchemaId;
import io.trove.ledger.LedgerName;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of the API, from its root: no host, because a request's Host header may be anybody's wish. */
final class Paths {
    private Paths() {}

    static String events(LedgerName ledger) {
        return "/api/" + ledger.organization() + "/" + ledger.environment() + "/events";
    }

    static String event(LedgerName ledger, String id) {
        return events(ledger) + "/" + encoded(id);
    }

    static String event(LedgerName ledger, EventId id) {
        return event(ledger, id.id()) + (id.version() == 1 ? "" : "?version=" + id.version());
    }

    static String schema(LedgerName ledger, SchemaId schema) {
        return "/api/" + ledger.organization() + "/" + ledger.environment() + "/schemas/" + encoded(schema.id())
                + "/versions/" + encoded(schema.version());
    }

    /** The same address, all its parameters too, going on at this cursor. */
    static String following(UriInfo address, String cursor) {
        var uri = address.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor)
                .build();
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }

    /** Percent-encoded, a slash too, so that it is one segment or one value. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
