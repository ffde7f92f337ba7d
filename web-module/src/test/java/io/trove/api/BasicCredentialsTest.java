package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BasicCredentialsTest {

    @Test
    void a_password_may_have_colons_and_any_letters() {
        var sent = BasicCredentials.decoded("basic " + encoded("jane:päss:wörd"));

        assertEquals("jane", sent.name());
        assertArrayEquals("päss:wörd".toCharArray(), sent.password());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic", "Basic ", "Basic %%%", "Basic amFuZQ==", "Bearer abc", "Digest x=y"})
    void what_is_not_understood_is_nobody(String header) {
        var sent = BasicCredentials.decoded(header);

        assertEquals("", sent.name());
        assertEquals(0, sent.password().length);
    }

    private static String encoded(String both) {
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }
}
