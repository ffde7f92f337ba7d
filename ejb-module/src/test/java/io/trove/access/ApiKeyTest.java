package io.trove.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ApiKeyTest {

    @Test
    void a_key_is_read_back_from_what_its_holder_was_told() {
        ApiKey made = ApiKey.next("acme-eu");
        assertEquals(made, ApiKey.parse(made.whole()).orElseThrow());
        assertEquals("acme-eu", made.organization());
        assertTrue(made.isKeptAs(ApiKey.parse(made.whole()).orElseThrow().hash()));
        assertFalse(made.isKeptAs(ApiKey.next("acme-eu").hash()));
    }

    @Test
    void one_letter_that_is_wrong_is_noticed_without_looking_anything_up() {
        String whole = ApiKey.next("acme").whole();
        for (int i = 0; i < whole.length(); i++) {
            char other = whole.charAt(i) == 'x' ? 'y' : 'x';
            String wrong = whole.substring(0, i) + other + whole.substring(i + 1);
            assertTrue(ApiKey.parse(wrong).isEmpty(), wrong);
        }
    }

    @Test
    void no_two_are_alike_and_none_is_told_by_accident() {
        ApiKey one = ApiKey.next("acme");
        assertNotEquals(one.secret(), ApiKey.next("acme").secret());
        assertFalse(one.toString().contains(one.secret()));
        assertFalse(one.hash().contains(one.secret()));
    }
}
