package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratedPasswordTest {

    @Test
    void it_is_long_readable_and_another_each_time() {
        String password = GeneratedPassword.next();
        assertTrue(password.matches("[a-hj-km-np-z2-9]{7}(-[a-hj-km-np-z2-9]{7}){3}"), password);
        assertEquals(
                1_000,
                Stream.generate(GeneratedPassword::next).limit(1_000).distinct().count());
    }
}
