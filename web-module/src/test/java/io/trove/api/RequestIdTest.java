package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void a_sane_id_of_the_caller_is_kept() {
        assertEquals(Optional.of("upload-7:a.b_c"), RequestId.given("upload-7:a.b_c"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "two words",
                "line\nbreak",
                "<script>",
                "ä",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void another_id_is_not(String header) {
        assertEquals(Optional.empty(), RequestId.given(header));
    }

    @Test
    void a_trace_lends_its_id() {
        var traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        assertEquals(Optional.of("4bf92f3577b34da6a3ce929d0e0e4736"), RequestId.traced(traceparent));
        assertEquals(Optional.empty(), RequestId.traced("00-xyz-00f067aa0ba902b7-01"));
    }
}
