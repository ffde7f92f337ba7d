package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class MacKeyTest {

    private static final byte[] MESSAGE = "what do ya want for nothing?".getBytes(UTF_8);

    @Test
    void tags_as_rfc_4231_shows() {
        MacKey key = new MacKey("Jefe".getBytes(UTF_8));
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                HexFormat.of().formatHex(key.tag(MESSAGE)));
    }

    @Test
    void checks_its_own_tag_of_that_message_only() {
        MacKey key = new MacKey("Jefe".getBytes(UTF_8));
        byte[] tag = key.tag(MESSAGE);
        assertTrue(key.checks(MESSAGE, tag));
        assertFalse(key.checks("anything".getBytes(UTF_8), tag));
        assertFalse(key.checks(MESSAGE, new byte[0]));
        assertFalse(new MacKey("Geoff".getBytes(UTF_8)).checks(MESSAGE, tag));
    }
}
