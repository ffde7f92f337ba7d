package io.trove.files;

import static io.trove.files.TestFiles.JANE;
import static io.trove.files.TestFiles.held;
import static io.trove.files.TestFiles.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Ledger;
import io.trove.ledger.Receipt;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a round of the timer does, at times that the test says. */
@Tag("database")
class ChoresTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    private Path home;

    private final List<Ledger> verified = new ArrayList<>();

    private Chores chores(TestFiles files, Database kind, Duration every) {
        return new Chores(
                new Sweep(files.sql(), kind, files.shelf().store()),
                files.shelf(),
                every,
                ledger -> VerificationReport.of(new ProgressRows(files.sql()).find(ledger), false),
                verified::add);
    }

    private void round(TestFiles files, Database kind, Duration every) {
        chores(files, kind, every).round(() -> true, () -> List.of(files.ledger()));
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_round_sweeps_what_no_event_came_to_hold_within_a_day(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestFiles files = TestFiles.in(database, kind, home, NOON);
            String unused = files.upload(text("unused"));
            Receipt receipt = files.append(JANE, held("f", files.upload(text("used"))));

            round(files.at(Clock.offset(NOON, Sweep.UNUSED_MAX)), kind, Duration.ZERO);
            files.append(JANE, held("g", unused));
            String left = files.upload(text("left"));
            TestFiles later = files.at(Clock.offset(NOON, Sweep.UNUSED_MAX.plus(MINUTE)));
            chores(later, kind, Duration.ZERO).round(() -> false, () -> List.of(files.ledger()));
            assertTrue(files.holds(files.append(JANE, held("f", left)), "f", text("left")), "it was not its turn");

            String forgotten = files.upload(text("forgotten"));
            round(later, kind, Duration.ZERO);
            assertThrows(FileRefused.class, () -> files.append(JANE, held("f", forgotten)));
            assertTrue(files.holds(receipt, "f", text("used")));
            assertTrue(files.holds(files.append(JANE, held("f", unused)), "f", text("unused")));
            assertEquals(List.of(), verified, "nothing is verified where that is switched off");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_round_verifies_what_was_never_was_interrupted_or_was_long_ago(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestFiles files = TestFiles.in(database, kind, home, NOON);
            long noon = files.shelf().nowMicros();
            var rows = new ProgressRows(files.sql());
            TestFiles nextWeek = files.at(Clock.offset(NOON, WEEK));

            round(files, kind, WEEK);
            assertEquals(List.of(files.ledger()), verified, "it never was");
            Progress begun = Progress.begin("trove", noon, files.size());
            rows.keep(files.ledger(), begun);
            round(files, kind, WEEK);
            assertEquals(2, verified.size(), "it was interrupted");
            rows.keep(files.ledger(), begun.ended(noon));
            round(nextWeek, kind, WEEK);
            assertEquals(2, verified.size(), "it is not yet time");
            round(files.at(Clock.offset(NOON, WEEK.plus(MINUTE))), kind, WEEK);
            assertEquals(3, verified.size(), "it is time");
        }
    }

    @ParameterizedTest
    @EnumSource(Database.class)
    void a_ledger_that_cannot_be_looked_after_keeps_no_other_from_it(Database kind) {
        try (FreshDatabase database = FreshDatabase.of(kind)) {
            TestFiles files = TestFiles.in(database, kind, home, NOON);
            var asked = new ArrayList<Ledger>();
            var chores = new Chores(
                    new Sweep(files.sql(), kind, files.shelf().store()),
                    files.shelf(),
                    WEEK,
                    ledger -> {
                        asked.add(ledger);
                        if (asked.size() == 1) {
                            throw new BlobStoreUnavailable(new java.io.IOException("gone"));
                        }
                        return Optional.empty();
                    },
                    verified::add);
            chores.round(() -> true, () -> List.of(files.ledger(), files.ledger()));
            assertEquals(List.of(files.ledger()), verified);
            chores.round(
                    () -> {
                        throw new BlobStoreUnavailable(new java.io.IOException("gone"));
                    },
                    List::of);
            assertEquals(2, asked.size(), "without the lease nobody is looked after, and the timer goes on");
        }
    }
}
