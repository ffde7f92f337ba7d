package io.trove.api;

import io.trove.crypto.MacKey;
import io.trove.query.CursorRefused;
import io.trove.query.CursorStale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Where a page of what is listed by name ended: of which list, and behind which name. */
record NamedCursor(String list, String last) {
    private static final String FORM = "n1";
    private static final char BETWEEN = '\n';
    private static final int TAG = 16;

    /** Opaque outside, with a tag that only this installation's servers can make. */
    String text(MacKey key) {
        var body = (FORM + BETWEEN + list + BETWEEN + last).getBytes(StandardCharsets.UTF_8);
        var text = Arrays.copyOf(body, body.length + TAG);
        System.arraycopy(key.tag(body), 0, text, body.length, TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The name behind which this list goes on; {@link CursorStale} when the cursor is another list's. */
    static String last(String cursor, MacKey key, String list) {
        var text = decoded(cursor);
        var body = Arrays.copyOf(text, Math.max(0, text.length - TAG));
        var tag = Arrays.copyOfRange(text, body.length, text.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(key.tag(body), TAG), tag)) {
            throw new CursorRefused();
        }
        var fields = new String(body, StandardCharsets.UTF_8).split(String.valueOf(BETWEEN), 3);
        if (fields.length != 3 || !fields[0].equals(FORM)) {
            throw new CursorRefused();
        }
        if (!fields[1].equals(list)) {
            throw new CursorStale("list");
        }
        return fields[2];
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw new CursorRefused();
        }
    }
}
