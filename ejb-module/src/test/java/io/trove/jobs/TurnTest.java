package io.trove.jobs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.trove.access.TestSight;
import io.trove.event.Actor;
import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.filter.Tables;
import io.trove.ledger.Caller;
import io.trove.ledger.Database;
import io.trove.ledger.FreshDatabase;
import io.trove.ledger.Rows;
import io.trove.ledger.TestLedger;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
class TurnTest {

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
    void a_job_is_worked_at_task_by_task_and_phase_by_phase_until_it_is_over() throws Exception {
        var work = new Counting(3, Set.of());
        Job job = begun(work, 10);
        while (job(job).state() == JobState.RUNNING) {
            if (!turn(work, job, "a")) {
                new Steps(tables, work).phaseEnded(job(job), 7);
            }
        }
        assertEquals(JobState.FINISHED, job(job).state());
        assertEquals(90L, work.outcome(job, new TaskTable(tables).all(job.id())).get("sum"));
        assertEquals(20, work.counted().size());
    }

    @Test
    void a_server_whose_term_is_over_writes_nothing_and_another_goes_on_where_it_was() throws Exception {
        var work = new Counting(1, Set.of());
        Job job = begun(work, 5);
        var dead = new Terms(tables, "dead");
        Task taken = dead.take(job.id(), 0).orElseThrow();
        assertTrue(dead.moveOn(taken, work.stride(job, taken, null)));
        Stride late = work.stride(job, taken.after(work.stride(job, taken, null)), null);
        assertEquals(List.of(), new Terms(tables, "other").free(job));
        dead.rest(taken, -1);

        Task again = new Terms(tables, "other").take(job.id(), 0).orElseThrow();
        assertEquals(1, again.mark().number("at"));
        assertFalse(dead.moveOn(taken, late));
        assertFalse(dead.extend(taken));
        assertEquals(
                1, new TaskTable(tables).find(job.id(), 0).orElseThrow().mark().number("at"));
    }

    @Test
    void a_job_that_rests_is_left_where_it_is_and_goes_on_from_there() throws Exception {
        var work = new Counting(1, Set.of(3L));
        Job job = begun(work, 6);
        assertTrue(turn(work, job, "a"));
        assertEquals(JobState.FAILED, job(job).state());
        assertEquals(Optional.of("There is no 3"), job(job).why());
        assertFalse(new JobTable(ledger.ledger(), tables).change(job, JobTable.Change.resting(job, JobState.PAUSED)));

        var possible = new Counting(1, Set.of());
        assertTrue(new Steps(tables, possible).goOn(job(job), 7));
        assertTrue(turn(possible, job, "b"));
        assertEquals(List.of(3L, 4L, 5L), possible.counted());
        assertEquals(3, job(job).resumedDone());
    }

    @Test
    void what_somebody_sees_no_more_as_when_it_began_fails_their_job() throws Exception {
        var work = new Counting(1, Set.of());
        Job job = begun(work, 2);
        Task task = new Terms(tables, "a").take(job.id(), 0).orElseThrow();
        new Turn(
                        tables,
                        new Terms(tables, "a"),
                        work,
                        each -> TestSight.of(ledger.ledger(), Filter.entity("nobody", "x")),
                        () -> false,
                        job,
                        task)
                .run();
        assertEquals(JobState.FAILED, job(job).state());
        assertEquals(List.of(), work.counted());
    }

    @Test
    void the_rows_that_sql_writes_are_the_rows_that_jakarta_persistence_reads() throws Exception {
        var work = new Counting(2, Set.of(1L));
        Job job = begun(work, 4);
        turn(work, job, "a");
        try (Rows mapped = Rows.of(database)) {
            long id = ledger.ledger().id().value();
            assertTrue(mapped.entities()
                    .find(JobRow.class, new JobRow.Key(id, job.id()))
                    .isOf(job(job)));
            assertTrue(mapped.entities()
                    .find(TaskRow.class, new TaskRow.Key(id, job.id(), 0))
                    .isOf(new TaskTable(tables).find(job.id(), 0).orElseThrow(), "a"));
        }
    }

    /** Works at the first task that is free; whether there was one. */
    private boolean turn(Work work, Job job, String server) throws SQLException {
        var terms = new Terms(tables, server);
        List<Long> free = terms.free(job(job));
        if (free.isEmpty()) {
            return false;
        }
        Task task = terms.take(job.id(), free.get(0)).orElseThrow();
        new Turn(tables, terms, work, each -> TestSight.everything(ledger.ledger()), () -> false, job(job), task).run();
        return true;
    }

    private Job begun(Work work, long ceiling) throws SQLException {
        Job job = job(work, 1, ceiling);
        Job begun = new Steps(tables, work).begin(job, work.plan(job, 0)).orElseThrow();
        assertEquals(Optional.empty(), new Steps(tables, work).begin(job, work.plan(job, 0)));
        assertEquals(begun, job(job));
        return begun;
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

    private Job job(Job job) throws SQLException {
        return new JobTable(ledger.ledger(), tables).find(job.id()).orElseThrow();
    }
}
