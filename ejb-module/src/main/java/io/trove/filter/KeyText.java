package io.trove.filter;

import io.trove.event.Json;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The text that an index key's value is found by: canonical JSON, a long one cut and closed by the hash of the whole. */
public final class KeyText {

    private static final int WHOLE_MAX = 1_024;
    private static final int PREFIX = 960;

    private KeyText() {}

    public static String of(Json value) {
        byte[] text = value.canonical();
        if (text.length <= WHOLE_MAX) {
            return new String(text, StandardCharsets.UTF_8);
        }
        int cut = PREFIX;
        while ((text[cut] & 0xC0) == 0x80) {
            cut--;
        }
        return new String(text, 0, cut, StandardCharsets.UTF_8) + "#"
                + HexFormat.of().formatHex(Hash.sha256(text));
    }
}
