package io.trove.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Times;
import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class BeatsTest {

    private static final int BEATS = 6;

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void aLedger() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void beats_follow_on_each_other_and_hold_every_event_once() throws Exception {
        append("session.started", 40);
        append("session.ended", 2);

        List<Beat> beats = beats();

        assertEquals(BEATS, beats.size());
        for (int i = 1; i < BEATS; i++) {
            assertEquals(beats.get(i - 1).toMicros(), beats.get(i).fromMicros());
        }
        assertEquals(Map.of("ledger.created", 1L, "session.started", 40L, "session.ended", 2L), sums(beats));
    }

    @Test
    void by_their_own_times_events_are_counted_where_they_say_they_happened() throws Exception {
        append("session.started\",\"createdAt\":\"2024-03-15T10:30:00Z", 3);
        append("session.ended\",\"createdAt\":\"2024-03-15T10:35:00Z", 2);
        long begin = Times.micros("2024-03-15T10:30:00Z");
        long end = Times.micros("2024-03-15T10:36:00Z");

        List<Beat> beats = created(begin, end);

        assertEquals(BEATS, beats.size());
        assertEquals(Map.of("session.started", 3L), beats.get(0).byType());
        assertEquals(Map.of("session.ended", 2L), beats.get(5).byType());
        assertEquals(Map.of("session.ended", 2L, "session.started", 3L), sums(beats));
    }

    private List<Beat> created(long begin, long end) throws Exception {
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            return new Beats(tables, ledger.size(), BEATS, Beats.COUNTED_MAX).created(begin, end);
        }
    }

    private List<Beat> beats() throws Exception {
        try (Connection connection = database.source().getConnection()) {
            Tables tables = kind.tables(connection, ledger.ledger().id());
            long size = ledger.size();
            long begin = tables.recordedAt(0, size).orElseThrow();
            long end = tables.recordedAt(size - 1, size).orElseThrow() + 1;
            return new Beats(tables, size, BEATS, Beats.COUNTED_MAX).between(0, size, begin, end);
        }
    }

    private static Map<String, Long> sums(List<Beat> beats) {
        var sums = new TreeMap<String, Long>();
        beats.forEach(beat -> beat.byType().forEach((type, count) -> sums.merge(type, count, Long::sum)));
        return sums;
    }

    private void append(String type, int count) {
        for (int left = count; left > 0; left -= 1_000) {
            ledger.append(TestLedger.request(
                    null,
                    Collections.nCopies(Math.min(left, 1_000), "{\"type\":\"" + type + "\"}")
                            .toArray(String[]::new)));
        }
    }
}
