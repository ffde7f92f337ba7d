package io.trove.dialect;

import io.trove.event.Json;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registered schema as a URI: {@code trove:schema/{id}/{version}}. */
final class SchemaUri {
    private static final Pattern URI = Pattern.compile("trove:schema/([^/]+)/([^/]+)");

    private SchemaUri() {}

    /** The schema, when the URI is exactly what {@link #write} makes of it. */
    static Optional<Json> read(String uri) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Json schema = Json.object(Map.of("id", decoded(matcher.group(1)), "version", decoded(matcher.group(2))));
            return Optional.of(schema).filter(same -> write(same).equals(Optional.of(uri)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<String> write(Json schema) {
        return schema.member("id")
                .flatMap(Json::text)
                .flatMap(id -> schema.member("version")
                        .flatMap(Json::text)
                        .map(version -> "trove:schema/" + encoded(id) + "/" + encoded(version)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
