package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganizationNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "acme",
                "acme-2",
                "0",
                "-",
                "abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnopqrstuvwxy"
            })
    void small_letters_digits_and_hyphens_make_a_name(String name) {
        assertDoesNotThrow(() -> Organizations.checkName(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Acme",
                "a.b",
                "a/b",
                "a b",
                "ä",
                "a\n",
                "a\u0000",
                "abcdefghijklmnopqrstuvwxyz-0123456789-abcdefghijklmnopqrstuvwxyz"
            })
    void anything_else_is_refused(String name) {
        assertThrows(NameRefused.class, () -> Organizations.checkName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"organizations", "system", "trove", "witness"})
    void what_trove_needs_for_itself_is_refused(String name) {
        assertThrows(NameRefused.class, () -> Organizations.checkName(name));
    }

    @Test
    void a_refusal_does_not_repeat_a_name_of_any_length() {
        NameRefused refusal = assertThrows(NameRefused.class, () -> Organizations.checkName("A".repeat(1_000_000)));
        assertTrue(refusal.getMessage().length() < 300);
        assertEquals(422, refusal.status());
    }
}
