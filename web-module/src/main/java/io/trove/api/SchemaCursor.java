package io.trove.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Where a page of schemas or of their versions goes on: after this one. It holds nothing that the page did not show. */
final class SchemaCursor {
    private static final String VERSION = "s1:";

    private SchemaCursor() {}

    static String write(String last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + last).getBytes(StandardCharsets.UTF_8));
    }

    static Optional<String> read(String cursor) {
        if (cursor == null) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (text.startsWith(VERSION)) {
                return Optional.of(text.substring(VERSION.length()));
            }
            throw new ParameterRefused("cursor", cursor, "the next of an answer", null);
        } catch (IllegalArgumentException e) {
            throw new ParameterRefused("cursor", cursor, "the next of an answer", e);
        }
    }
}
