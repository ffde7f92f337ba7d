package io.trove.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.files.Span;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {

    private static final Optional<String> TAG = Optional.of("\"a\"");

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-, 0, 100",
        "bytes=10-19, 10, 10",
        "bytes=90-1000, 90, 10",
        "bytes=-10, 90, 10",
        "bytes=-1000, 0, 100",
        "'bytes= 5-5 ', 5, 1",
        "Bytes=5-5, 5, 1",
        "bytes=1-99999999999999999999, 1, 99",
        "bytes=-99999999999999999999, 0, 100",
        "bytes=0000000000000000000000005-5, 5, 1",
        "bytes=99-99, 99, 1"
    })
    void one_part_is_where_it_says(String header, long from, long length) {
        assertEquals(Optional.of(new Span(from, length)), Ranges.of(header, null, TAG, 100));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=a-b",
                "lines=1-2",
                "bytes=5-4",
                "bytes=99999999999999999999-99999999999999999998",
                "bytes=0-1,3-4",
                "bytes=--1"
            })
    void what_is_not_understood_or_asks_for_several_parts_means_the_whole(String header) {
        assertEquals(Optional.empty(), Ranges.of(header, null, TAG, 100));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
    void what_begins_behind_the_end_is_refused(String header) {
        assertThrows(RangeUnsatisfiable.class, () -> Ranges.of(header, null, TAG, 100));
    }

    @Test
    void nothing_has_no_part() {
        assertThrows(RangeUnsatisfiable.class, () -> Ranges.of("bytes=0-", null, TAG, 0));
        assertThrows(RangeUnsatisfiable.class, () -> Ranges.of("bytes=-1", null, TAG, 0));
    }

    @Test
    void a_part_of_other_bytes_than_are_known_is_not_sent() {
        assertEquals(Optional.of(new Span(1, 1)), Ranges.of("bytes=1-1", "\"a\"", TAG, 100));
        assertEquals(Optional.empty(), Ranges.of("bytes=1-1", "\"b\"", TAG, 100));
        assertEquals(Optional.empty(), Ranges.of("bytes=1-1", "W/\"a\"", TAG, 100));
        assertEquals(Optional.empty(), Ranges.of("bytes=1-1", "Tue, 15 Nov 1994 08:12:31 GMT", TAG, 100));
    }
}
