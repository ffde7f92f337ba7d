package io.trove.query;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.TestSight;
import io.trove.event.Times;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
class StatisticsTest {

    private static final String STARTED = "{\"type\":\"session.started\",\"createdAt\":\"2024-03-15T10:30:00Z\"}";
    private static final String ENDED = "{\"type\":\"session.ended\",\"createdAt\":\"2023-03-15T10:30:00Z\"}";
    private static final long HOUR = 3_600_000_000L;

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
    void a_small_ledger_is_counted_by_type_and_time() throws Exception {
        append(STARTED, 3);
        append(ENDED, 1);
        Statistics told = statistics(Times.micros(Instant.now()));
        assertEquals(5, told.size());
        assertEquals(3, told.depth());
        assertEquals(Map.of("ledger.created", 1L, "session.started", 3L, "session.ended", 1L), told.byType());
        assertEquals(
                List.of("session.started", "ledger.created", "session.ended"),
                List.copyOf(told.byType().keySet()));
        assertEquals(
                Times.micros("2023-03-15T10:30:00Z"), told.createdFirstMicros().orElseThrow());
        assertTrue(told.recordedFirstMicros().orElseThrow()
                <= told.recordedLastMicros().orElseThrow());
        assertTrue(told.averageBytes() > 200 && told.averageBytes() < 1_000, told.toString());
        assertEquals(5 / 60.0, told.rates().lastMinute());
    }

    @Test
    void events_a_second_are_those_of_the_time_that_is_named() throws Exception {
        append(STARTED, 359);
        long last = statistics(0).recordedLastMicros().orElseThrow();
        assertEquals(0.1, statistics(last + HOUR / 2).rates().lastHour());
        assertEquals(0, statistics(last + HOUR / 2).rates().lastMinute());
        assertEquals(0, statistics(last + 2 * HOUR).rates().lastHour());
    }

    @Test
    void who_sees_a_part_is_told_how_many_of_it_there_are_a_second() throws Exception {
        append(STARTED, 3_600);
        append(ENDED, 10);
        long last = statistics(0).recordedLastMicros().orElseThrow();
        var started = Filter.of(Map.of("type", List.of("session.started")), Set.of());
        try (Connection connection = database.source().getConnection()) {
            var seen = new Seen(tables(connection), TestSight.of(ledger.ledger(), started), ledger.size());
            assertEquals(1, seen.statistics(last + HOUR / 2).rates().lastHour());
        }
    }

    @Test
    void a_full_block_is_counted_once_and_the_counts_are_the_same_ever_after() throws Exception {
        append(STARTED, Math.toIntExact(Tally.BLOCK));
        append(ENDED, 4);
        Statistics counted = statistics(0);
        assertEquals(
                Map.of("ledger.created", 1L, "session.started", Tally.BLOCK, "session.ended", 4L), counted.byType());
        assertEquals(ledger.size(), counted.counted());
        assertEquals(2, keptRows());
        assertEquals(counted, statistics(0));
        try (Connection connection = database.source().getConnection()) {
            Tally.keepUp(tables(connection), ledger.size());
        }
        assertEquals(2, keptRows());
        assertEquals(counted, statistics(0));
        assertEquals(
                List.of(
                        Map.of("ledger.created", 1L, "session.started", Tally.BLOCK - 1),
                        Map.of("session.started", 1L, "session.ended", 4L)),
                keptBeats().stream().map(Beat::byType).toList(),
                "the beats of a large ledger are its blocks");
    }

    private List<Beat> keptBeats() throws Exception {
        try (Connection connection = database.source().getConnection()) {
            return new Beats(tables(connection), ledger.size(), 6, 1).between(0, ledger.size(), 0, 1);
        }
    }

    private void append(String event, int count) {
        for (int left = count; left > 0; left -= 1_000) {
            ledger.append(TestLedger.request(
                    null, Collections.nCopies(Math.min(left, 1_000), event).toArray(String[]::new)));
        }
    }

    private Statistics statistics(long nowMicros) throws Exception {
        try (Connection connection = database.source().getConnection()) {
            return Statistics.of(tables(connection), ledger.size(), nowMicros);
        }
    }

    private Tables tables(Connection connection) {
        return kind.tables(connection, ledger.ledger().id());
    }

    private int keptRows() throws Exception {
        try (Connection connection = database.source().getConnection();
                var select = connection.prepareStatement("SELECT COUNT(*) FROM event_tally WHERE ledger_id = ?")) {
            select.setLong(1, ledger.ledger().id().value());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
