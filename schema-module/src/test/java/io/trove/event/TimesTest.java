package io.trove.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-15T10:30:00Z", "2024-03-15T10:30:00.1Z", "2024-03-15T10:30:00.123456789+05:30",
                "1969-12-31T23:59:59.999999Z", "0001-01-01T00:00:00-18:00", "9999-12-31T23:59:59.999999Z",
                "2024-02-29T00:00:00+00:00"
            })
    void a_time_is_the_microsecond_that_java_time_says(String iso) {
        Instant wanted = OffsetDateTime.parse(iso).toInstant().truncatedTo(ChronoUnit.MICROS);
        assertEquals(wanted, Instant.EPOCH.plus(Times.micros(iso), ChronoUnit.MICROS));
        assertEquals(Times.micros(wanted), Times.micros(iso));
    }

    @Test
    void any_microsecond_is_printed_with_27_characters_and_read_again() {
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            long micros = random.nextLong(-62_135_596_800_000_000L, 253_402_300_800_000_000L);
            String text = Times.text(micros);
            assertEquals(27, text.length());
            assertEquals(micros, Times.micros(text));
            assertEquals(Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Instant.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2024",
                "2024-03-15",
                "2024-03-15T10:30:00",
                "2024-03-15 10:30:00Z",
                "2024-03-15T10:30Z",
                "2024-13-15T10:30:00Z",
                "2024-02-30T10:30:00Z",
                "2024-03-15T24:00:00Z",
                "2024-03-15T10:60:00Z",
                "2024-03-15T10:30:60Z",
                "2024-03-15T10:30:00.Z",
                "2024-03-15T10:30:00.1234567891Z",
                "2024-03-15T10:30:00+5",
                "2024-03-15T10:30:00+05:60",
                "9999-12-31T23:59:59-00:01",
                "0000-01-01T00:00:00+00:01",
                "2024-03-15T10:30:00Zx",
                "24-03-15T10:30:00Z",
                "2024-03-15t10:30:00z",
                "٢٠٢٤-03-15T10:30:00Z",
                "2024-03-15T10:30:00+19:00"
            })
    void any_other_text_is_no_time(String text) {
        assertThrows(DateTimeException.class, () -> Times.micros(text));
    }
}
