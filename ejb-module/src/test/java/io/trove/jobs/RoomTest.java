package io.trove.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.filter.Tables;
import io.trove.ledger.Caller;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
class RoomTest {

    private static final Caller JANE =
            new Caller("demo/jane", new Actor("user", "jane", Optional.of("editor")), Optional.empty());

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private Connection connection;
    private Tables tables;

    @BeforeEach
    void aLedger() throws Exception {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source());
        connection = database.source().getConnection();
        tables = kind.tables(connection, ledger.ledger().id());
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
        database.close();
    }

    @Test
    void however_many_begin_or_go_on_together_no_more_are_at_work_than_may_be() throws Exception {
        var work = new Counting(1, Set.of());
        assertEquals(Room.JOBS_MAX, atOnce(each -> isBegun(each, work)));
        assertEquals(Room.JOBS_MAX, new Room(tables).atWork());
        for (int round = 0; round < 2; round++) {
            for (Job job : table().in(JobState.RUNNING)) {
                assertTrue(table().change(job, JobTable.Change.resting(job, JobState.STOPPED)));
            }
            atOnce(each -> isBegun(each, work));
        }
        for (Job job : table().in(JobState.RUNNING)) {
            assertTrue(table().change(job, JobTable.Change.resting(job, JobState.STOPPED)));
        }
        var stopped = new ConcurrentLinkedQueue<>(table().in(JobState.STOPPED));
        assertEquals(3 * Room.JOBS_MAX, stopped.size());
        assertEquals(Room.JOBS_MAX, atOnce(each -> new Steps(each, work).goOn(stopped.remove(), 7)));
        assertEquals(Room.JOBS_MAX, new Room(tables).atWork());
    }

    /** What several callers do at once, each over a connection of its own. */
    private interface Doing {
        boolean with(Tables tables) throws SQLException;
    }

    /** With how many of twelve it was done. */
    private long atOnce(Doing doing) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(12);
        try {
            var done = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 12; i++) {
                done.add(callers.submit(() -> {
                    try (Connection own = database.source().getConnection()) {
                        return doing.with(kind.tables(own, ledger.ledger().id()));
                    } catch (JobsBusy busy) {
                        return false;
                    }
                }));
            }
            long count = 0;
            for (Future<Boolean> each : done) {
                count += each.get() ? 1 : 0;
            }
            return count;
        } finally {
            callers.shutdown();
        }
    }

    /** As a server begins one: under another number when that was just taken. */
    private boolean isBegun(Tables own, Work work) throws SQLException {
        Optional<Job> begun = Optional.empty();
        while (begun.isEmpty()) {
            Job job = job(work, new JobTable(ledger.ledger(), own).newest() + 1, 2);
            begun = new Steps(own, work).begin(job, work.plan(job, 0));
        }
        return true;
    }

    private JobTable table() {
        return new JobTable(ledger.ledger(), tables);
    }

    private Job job(Work work, long number, long ceiling) {
        return new Job(
                ledger.ledger(),
                number,
                work.kind(),
                JobState.RUNNING,
                JANE,
                Json.object(Map.of("of", "it")),
                "all",
                ceiling,
                0,
                1,
                OptionalLong.empty(),
                1,
                0,
                Optional.empty());
    }
}
