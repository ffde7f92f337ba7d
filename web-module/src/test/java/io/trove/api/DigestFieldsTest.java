package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigestFieldsTest {

    private static final String OF_HELLO = "sha-256=:RK/5qy6MsBSDWiz3lyjRFQANF5dLQKwBXHAf1VMNaiE=:";

    @Test
    void each_known_algorithm_is_read_and_others_are_passed_over() {
        var fields = DigestFields.of("md5=:AAAA:, " + OF_HELLO, "sha-512=:AAAA:");
        assertEquals(Set.of("SHA-256", "SHA-512"), fields.algorithms());
        assertEquals(2, fields.said().size());
    }

    @Test
    void without_the_fields_nothing_is_asked() {
        assertEquals(Set.of(), DigestFields.of(null, null).algorithms());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha-256", "sha-256=RK/5", "sha-256=:RK:5:", "sha-256=:A:", OF_HELLO + ","})
    void what_is_no_dictionary_of_digests_is_refused(String value) {
        assertThrows(ParameterRefused.class, () -> DigestFields.of(value, null));
    }
}
