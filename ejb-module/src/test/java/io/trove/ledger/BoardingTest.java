package io.trove.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
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
class BoardingTest {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);
    private static final int MANY = 8;
    private static final String DEPOSITED =
            "{\"type\":\"account.deposited\",\"entity\":{\"type\":\"account\",\"id\":\"a\"}}";
    private static final String HELD = "{\"type\":\"account.held\",\"entity\":{\"type\":\"account\",\"id\":\"%s\"}}";

    private final CountDownLatch isHolding = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger held = new AtomicInteger();

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private TestLedger ledger;
    private volatile boolean isToBreak;

    @BeforeEach
    void open() {
        database = FreshDatabase.of(kind);
        ledger = TestLedger.in(database.source(), Bounds.defaults(), this::holdTheHead);
    }

    @AfterEach
    void close() {
        release.countDown();
        database.close();
    }

    @Test
    void who_boards_on_a_server_that_forgets_at_once_is_decided_so_too() throws Exception {
        ledger = TestLedger.in(database.source(), TestLedger.remembering(1), this::holdTheHead);
        who_boards_while_a_round_is_written_is_decided_as_if_it_had_arrived();
    }

    @Test
    void who_boards_while_a_round_is_written_is_decided_as_if_it_had_arrived() throws Exception {
        isToBreak = true;
        FutureTask<Receipt> holder = holdTheHeadWith("a");
        FutureTask<Receipt> first = waiting(DEPOSITED, Expected.none("account", "a"));
        FutureTask<Receipt> second = waiting(DEPOSITED, Expected.version("account", "a", 1));
        FutureTask<Receipt> late = waiting(DEPOSITED, Expected.none("account", "a"));
        List<FutureTask<Receipt>> more =
                IntStream.range(0, MANY).mapToObj(i -> waiting(DEPOSITED)).toList();
        release.countDown();
        assertThrows(ExecutionException.class, holder::get);
        assertEquals(1, first.get().entityVersion().orElseThrow());
        assertEquals(2, second.get().entityVersion().orElseThrow());
        assertInstanceOfConflict(late);
        for (int i = 0; i < MANY; i++) {
            assertEquals(3 + i, more.get(i).get().entityVersion().orElseThrow());
            assertEquals(5 + i, more.get(i).get().position());
        }
    }

    @Test
    void who_boarded_is_decided_anew_when_the_round_before_does_not_arrive() throws Exception {
        FutureTask<Receipt> holder = holdTheHeadWith("a");
        FutureTask<Receipt> first = waiting(DEPOSITED, Expected.none("account", "a"));
        FutureTask<Receipt> second = waiting(DEPOSITED, Expected.version("account", "a", 1));
        List<FutureTask<Receipt>> more =
                IntStream.range(0, MANY).mapToObj(i -> waiting(DEPOSITED)).toList();
        release.countDown();
        assertEquals(1, holder.get().entityVersion().orElseThrow());
        assertInstanceOfConflict(first);
        assertEquals(2, second.get().entityVersion().orElseThrow());
        for (int i = 0; i < MANY; i++) {
            assertEquals(3 + i, more.get(i).get().entityVersion().orElseThrow());
            assertEquals(5 + i, more.get(i).get().position());
        }
        assertEquals(5 + MANY, ledger.size());
    }

    private static void assertInstanceOfConflict(FutureTask<Receipt> refused) {
        assertTrue(assertThrows(ExecutionException.class, refused::get).getCause() instanceof VersionConflict);
    }

    /** Another server, whose head is old: it takes the head's row, and is held before it writes. */
    private FutureTask<Receipt> holdTheHeadWith(String account) throws InterruptedException {
        TestLedger other = ledger.onAnotherServer();
        assertEquals(1, other.append("{\"type\":\"x.y\"}").position());
        ledger.append("{\"type\":\"x.z\"}");
        var task = new FutureTask<>(() -> other.append(HELD.formatted(account)));
        new Thread(task).start();
        assertTrue(isHolding.await(WAIT_MAX.toSeconds(), TimeUnit.SECONDS));
        return task;
    }

    private void holdTheHead(Appending batch) {
        boolean isMeant =
                batch.events().stream().anyMatch(placed -> placed.event().type().equals("account.held"));
        if (isMeant && held.incrementAndGet() == 2) {
            isHolding.countDown();
            try {
                assertTrue(release.await(WAIT_MAX.toSeconds(), TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            if (isToBreak) {
                throw new IllegalStateException("Nothing is written, and the head stays where it is");
            }
        }
    }

    /** An append whose thread waits for another that is being written, or is that other itself. */
    private FutureTask<Receipt> waiting(String json, Expected... expected) {
        Append request = Append.of(List.of(TestLedger.draft(json))).expecting(List.of(expected));
        var task = new FutureTask<>(() -> ledger.append(request).get(0));
        var thread = new Thread(task);
        thread.start();
        Instant end = Instant.now().plus(WAIT_MAX);
        while (!isWaiting(thread)) {
            assertTrue(Instant.now().isBefore(end), "the append waits for nothing");
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        return task;
    }

    private static boolean isWaiting(Thread thread) {
        return LockSupport.getBlocker(thread) instanceof Sequencer
                || Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(DerbyWriter.class.getName())
                                || frame.getClassName().equals(PostgresWriter.class.getName()));
    }
}
