package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A ledger's head that is held by somebody who does not go on. */
@Tag("database")
class HeldHeadTest {

    private static final String PAID = "{\"type\":\"account.paid\",\"entity\":{\"type\":\"account\",\"id\":\"a1\"}}";
    private static final int IN_LINE = 8;
    private static final int ON_THE_SURE_PATH = 2;

    private final CountDownLatch isStill = new CountDownLatch(1);
    private final CountDownLatch goesOn = new CountDownLatch(1);
    private final AtomicInteger rounds = new AtomicInteger(ON_THE_SURE_PATH + 1);

    private FreshDatabase database;
    private HikariDataSource source;
    private TestLedger ledger;

    @BeforeEach
    void open() {
        database = FreshDatabase.of(Database.POSTGRESQL);
    }

    @AfterEach
    void close() {
        goesOn.countDown();
        source.close();
        database.close();
    }

    @Test
    void who_waits_for_it_is_told_in_time_that_nothing_was_written() throws SQLException {
        source = database.bounded("lock_timeout=500ms");
        ledger = TestLedger.in(source);
        ledger.append(PAID);
        try (Connection holder = database.source().getConnection();
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.executeUpdate("UPDATE ledger_head SET size = size");
            tellsThatItIsHeld();
            tellsThatItIsHeld();
            holder.rollback();
        }
        assertEquals(2, ledger.append(PAID).position());
        assertEquals(3, ledger.onAnotherServer().size());
    }

    /** Each of them would otherwise wait as long as the one before, who begins when that one ends. */
    @Test
    void those_in_line_are_told_with_the_first_of_them() throws Exception {
        source = database.bounded("lock_timeout=2s");
        ledger = TestLedger.in(source);
        ledger.append(PAID);
        try (Connection holder = database.source().getConnection();
                Statement hold = holder.createStatement()) {
            holder.setAutoCommit(false);
            hold.executeUpdate("UPDATE ledger_head SET size = size");
            var waiting = new ArrayList<FutureTask<Receipt>>();
            for (int i = 0; i < IN_LINE; i++) {
                waiting.add(new FutureTask<>(() -> ledger.append(PAID)));
                new Thread(waiting.get(i)).start();
            }
            assertTimeout(Duration.ofMillis(3_900), () -> {
                for (FutureTask<Receipt> each : waiting) {
                    var refused = assertThrows(ExecutionException.class, each::get);
                    assertTrue(refused.getCause().getMessage().startsWith("Another transaction holds"));
                }
            });
            holder.rollback();
        }
        assertEquals(2, ledger.append(PAID).position());
    }

    /** On the fast path first, and then on the sure one. */
    private void tellsThatItIsHeld() {
        var held = assertTimeout(
                Duration.ofSeconds(5), () -> assertThrows(StoreUnavailable.class, () -> ledger.append(PAID)));
        assertTrue(held.getMessage().startsWith("Another transaction holds"), held.getMessage());
        assertTrue(held.getMessage().contains("nothing was written"), held.getMessage());
        assertTrue(held.retryAfter().isPresent());
    }

    @Test
    void a_server_that_stands_still_loses_it_and_decides_again_when_it_goes_on() throws Exception {
        source = database.bounded("idle_in_transaction_session_timeout=500ms", "lock_timeout=20s");
        ledger = TestLedger.in(source, Bounds.defaults(), this::standStillOnce);
        TestLedger other = ledger.onAnotherServer(database.source(), Bounds.defaults());
        ledger.append(PAID);
        other.append(PAID);
        rounds.set(0);
        var still = new FutureTask<>(() -> ledger.append(Append.of(draft(PAID))).get(0));
        new Thread(still).start();
        assertTrue(isStill.await(1, TimeUnit.MINUTES));

        assertEquals(3, other.append(PAID).position());

        goesOn.countDown();
        assertEquals(4, still.get().position());
        assertEquals(4, still.get().entityVersion().orElseThrow());
        assertEquals(5, other.onAnotherServer().size());
    }

    /** In the second round of a request, which holds the head: the first has missed it. */
    private void standStillOnce(Appending round) {
        if (rounds.incrementAndGet() == ON_THE_SURE_PATH) {
            isStill.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
