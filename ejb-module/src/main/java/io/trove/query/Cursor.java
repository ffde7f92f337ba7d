package io.trove.query;

import io.trove.crypto.MacKey;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * Where a page ended: the order, the ceiling (the head at the first page), the last scanned position, and what the
 * question was. Opaque outside, with a tag that only this installation's servers can make.
 */
record Cursor(Question question, long ceiling, long scanned, long epoch) {

    /** What was asked: in which order, by which filter, under which sight of which ledger. */
    record Question(Order order, long filterHash, long sightHash) {}

    private static final byte FORM = 1;
    private static final int BODY = 2 + 5 * Long.BYTES;
    private static final int TAG = 16;

    String text(MacKey key) {
        byte[] body = ByteBuffer.allocate(BODY)
                .put(FORM)
                .put((byte) question.order().ordinal())
                .putLong(question.filterHash())
                .putLong(question.sightHash())
                .putLong(ceiling)
                .putLong(scanned)
                .putLong(epoch)
                .array();
        byte[] text = Arrays.copyOf(body, BODY + TAG);
        System.arraycopy(key.tag(body), 0, text, BODY, TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    static Cursor parse(String text, MacKey key) {
        byte[] bytes = decode(text);
        if (bytes.length != BODY + TAG || bytes[0] != FORM) {
            throw new CursorRefused();
        }
        byte[] body = Arrays.copyOf(bytes, BODY);
        byte[] tag = Arrays.copyOfRange(bytes, BODY, bytes.length);
        if (!java.security.MessageDigest.isEqual(Arrays.copyOf(key.tag(body), TAG), tag)) {
            throw new CursorRefused();
        }
        ByteBuffer fields = ByteBuffer.wrap(body, 1, BODY - 1);
        var question = new Question(Order.values()[fields.get()], fields.getLong(), fields.getLong());
        return new Cursor(question, fields.getLong(), fields.getLong(), fields.getLong());
    }

    /** The same cursor, moved on. */
    Cursor at(long position) {
        return new Cursor(question, ceiling, position, epoch);
    }

    /** This cursor, when it belongs to this question; {@link CursorStale} when it does not, or no longer. */
    Cursor under(Question asked, long epochNow) {
        if (question.order() != asked.order()) {
            throw new CursorStale("order");
        }
        if (question.filterHash() != asked.filterHash()) {
            throw new CursorStale("filter");
        }
        if (question.sightHash() != asked.sightHash()) {
            throw new CursorStale("ledger or sight");
        }
        if (epoch != epochNow) {
            throw new CursorStale("epoch of the ledger");
        }
        return this;
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw new CursorRefused();
        }
    }
}
