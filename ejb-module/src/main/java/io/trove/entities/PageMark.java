package io.trove.entities;

import io.trove.crypto.MacKey;
import io.trove.query.CursorRefused;
import io.trove.query.CursorStale;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** Where a page of something about entities ended: behind what, below which ceiling, and of which question. */
record PageMark(long question, long ceiling, String behind) {

    private static final byte FORM = 2;
    private static final int TAG = 16;

    /** A question's number, the same in every process: what is asked, of what, under which sight and epoch. */
    static long question(String... parts) {
        return ByteBuffer.wrap(Sha256.of(String.join("\0", parts).getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    /** Opaque outside, with a tag that only this installation's servers can make. */
    String text(MacKey key) {
        byte[] last = behind.getBytes(StandardCharsets.UTF_8);
        byte[] body = ByteBuffer.allocate(1 + 2 * Long.BYTES + last.length)
                .put(FORM)
                .putLong(question)
                .putLong(ceiling)
                .put(last)
                .array();
        byte[] text = Arrays.copyOf(body, body.length + TAG);
        System.arraycopy(key.tag(body), 0, text, body.length, TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The mark that this text is, when it belongs to this question. */
    static PageMark of(String text, MacKey key, long asked) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new CursorRefused();
        }
        int body = bytes.length - TAG;
        if (body < 1 + 2 * Long.BYTES || bytes[0] != FORM || !isOurs(bytes, body, key)) {
            throw new CursorRefused();
        }
        ByteBuffer fields = ByteBuffer.wrap(bytes, 1, body - 1);
        var mark = new PageMark(
                fields.getLong(),
                fields.getLong(),
                new String(bytes, 1 + 2 * Long.BYTES, body - 1 - 2 * Long.BYTES, StandardCharsets.UTF_8));
        if (mark.question != asked) {
            throw new CursorStale("question, sight or epoch of the ledger");
        }
        return mark;
    }

    private static boolean isOurs(byte[] bytes, int body, MacKey key) {
        byte[] tag = Arrays.copyOf(key.tag(Arrays.copyOf(bytes, body)), TAG);
        return MessageDigest.isEqual(tag, Arrays.copyOfRange(bytes, body, bytes.length));
    }
}
