package io.trove.registry;

import io.trove.event.SchemaId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a schema refers to another of its ledger: {@code trove:schema/{id}/{version}}, each part percent-encoded. */
final class SchemaUris {

    private static final String PREFIX = "trove:schema/";

    private SchemaUris() {}

    static String of(SchemaId schema) {
        return PREFIX + encoded(schema.id()) + "/" + encoded(schema.version());
    }

    static Optional<SchemaId> read(String uri) {
        int slash = uri.lastIndexOf('/');
        if (!uri.startsWith(PREFIX) || slash < PREFIX.length()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new SchemaId(decoded(uri.substring(PREFIX.length(), slash)), decoded(uri.substring(slash + 1))));
        } catch (IllegalArgumentException notEncoded) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
