package io.trove.dialect;

import io.trove.event.Json;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A CloudEvent's id and source, which are unique only together. */
record Source(String source, String id) {
    private static final String SIGN = "#";

    /** Both in one, such that no other two give the same: a source that has the sign itself says how long it is. */
    static String folded(String source, String id) {
        return prefix(source) + id;
    }

    private static String prefix(String source) {
        String own = source + SIGN;
        return source.contains(SIGN) ? SIGN + source.length() + SIGN + own : own;
    }

    /** Unfolds what was folded; another id stands as it is, with the producer as its source. */
    static Source of(Json event) {
        String producer = event.member("producer").flatMap(Json::text).orElse("trove");
        String id = event.at("/id/id").flatMap(Json::text).orElse("unknown");
        long version = event.at("/id/version").map(Json::integer).orElseThrow().orElse(1);
        String prefix = prefix(producer);
        boolean folded = id.startsWith(prefix) && id.length() > prefix.length();
        String own = folded ? id.substring(prefix.length()) : id;
        return new Source(uriReference(producer), version == 1 ? own : own + "@" + version);
    }

    /** The text itself when it is a URI reference, otherwise percent-encoded. */
    static String uriReference(String text) {
        try {
            return new URI(text).toString();
        } catch (URISyntaxException e) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
