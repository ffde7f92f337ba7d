package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.held;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("database")
class SweepTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path home;

    private static long micros(Clock clock, Duration later) {
        return clock.instant().plus(later).toEpochMilli() * 1_000;
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void what_no_event_holds_is_forgotten_after_a_day_and_what_one_holds_never(Database kind) throws IOException {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            Clock noon = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
            TestFiles files = TestFiles.in(database, kind, home, noon);
            var sweep = new Sweep(files.sql(), kind, files.shelf().store());
            String unused = files.upload(text("unused"));
            String used = files.upload(text("used"));
            Receipt receipt = files.append(JANE, held("f", used));

            assertEquals(0, sweep.sweep(files.ledger(), micros(noon, Sweep.UNUSED_MAX)));
            assertEquals(1, sweep.sweep(files.ledger(), micros(noon, Sweep.UNUSED_MAX.plus(HOUR))));
            assertEquals(0, sweep.sweep(files.ledger(), micros(noon, Sweep.UNUSED_MAX.multipliedBy(9))));

            assertTrue(files.holds(receipt, "f", text("used")));
            assertThrows(FileRefused.class, () -> files.append(JANE, held("f", unused)));
            var blob = new Blob(files.ledger().uid(), unused, 6);
            assertThrows(BlobMissing.class, () -> files.shelf().store().open(blob, Span.whole(6)));
            assertEquals(unused, files.upload(text("unused")));
            assertTrue(files.holds(files.append(JANE, held("f", unused)), "f", text("unused")));
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void an_append_in_flight_never_loses_its_bytes_to_a_sweep(Database kind) throws Exception {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            Clock noon = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
            Clock nextDay = Clock.offset(noon, Sweep.UNUSED_MAX.plus(HOUR));
            TestFiles before = TestFiles.in(database, kind, home, noon);
            TestFiles files = before.at(nextDay);
            var sweep = new Sweep(files.sql(), kind, files.shelf().store());
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                var kept = new ArrayList<Receipt>();
                for (int round = 0; round < 30; round++) {
                    byte[] content = text("round " + round);
                    String hash = before.upload(content);
                    Future<?> swept = threads.submit(() -> sweep.sweep(files.ledger(), micros(nextDay, Duration.ZERO)));
                    Future<List<Receipt>> appended = threads.submit(() -> appended(files, hash));
                    swept.get();
                    for (Receipt receipt : appended.get()) {
                        assertTrue(files.holds(receipt, "f", content));
                        kept.add(receipt);
                    }
                }
                sweep.sweep(files.ledger(), micros(nextDay, Sweep.UNUSED_MAX.plus(HOUR)));
                for (Receipt receipt : kept) {
                    assertFalse(files.files()
                            .find(files.ledger(), receipt.position(), "f")
                            .filter(file -> files.read(new Blob(files.ledger().uid(), file.hash(), file.size())).length
                                    == file.size())
                            .isEmpty());
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** The event is there with its bytes, or refused because they went first. */
    private static List<Receipt> appended(TestFiles files, String hash) {
        try {
            return List.of(files.append(JANE, held("f", hash)));
        } catch (FileRefused swept) {
            return List.of();
        }
    }
}
