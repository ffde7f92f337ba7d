package io.trove.links;

import io.trove.crypto.MacKey;
import io.trove.query.CursorRefused;
import io.trove.query.CursorStale;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Where a page of an event's links ended: in which part of them, behind which type and which position. */
record Place(int part, String type, long number) {

    /** The links that leave the event, those that reach it, those of either kind that wait. */
    static final int PARTS = 4;

    static final Place BEGINNING = new Place(0, "", -1);

    private static final String FORM = "l1";
    private static final char BETWEEN = '\n';
    private static final int TAG = 16;

    /** Opaque outside, with a tag that only this installation's servers can make. */
    String cursor(MacKey key, String question, long below) {
        String body = FORM + BETWEEN + part + BETWEEN + number + BETWEEN + below + BETWEEN + type + BETWEEN + question;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] text = Arrays.copyOf(bytes, bytes.length + TAG);
        System.arraycopy(key.tag(bytes), 0, text, bytes.length, TAG);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** A place, and the bound that the first page had. */
    record Following(Place place, long below) {}

    /** Where to go on; {@link CursorStale} when the cursor is another question's. */
    static Following after(String cursor, MacKey key, String question) {
        byte[] text = decoded(cursor);
        if (text.length <= TAG) {
            throw new CursorRefused();
        }
        byte[] body = Arrays.copyOf(text, text.length - TAG);
        if (!Arrays.equals(Arrays.copyOf(key.tag(body), TAG), Arrays.copyOfRange(text, body.length, text.length))) {
            throw new CursorRefused();
        }
        String[] fields = new String(body, StandardCharsets.UTF_8).split(String.valueOf(BETWEEN), 6);
        if (fields.length != 6 || !fields[0].equals(FORM)) {
            throw new CursorRefused();
        }
        if (!fields[5].equals(question)) {
            throw new CursorStale("question, ledger or sight");
        }
        return new Following(
                new Place(Integer.parseInt(fields[1]), fields[4], Long.parseLong(fields[2])),
                Long.parseLong(fields[3]));
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException notBase64) {
            throw new CursorRefused();
        }
    }
}
