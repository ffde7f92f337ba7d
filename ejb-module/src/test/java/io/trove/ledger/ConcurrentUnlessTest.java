package io.trove.ledger;

import static io.trove.ledger.TestLedger.draft;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.trove.event.Json;
import io.trove.filter.Filter;
import io.trove.query.TestIndexing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

/** Conditions of many at once, from servers that remember everything, little and nothing. */
@ParameterizedClass
@EnumSource(Database.class)
@Tag("database")
class ConcurrentUnlessTest {

    private static final int CALLERS = 15;
    private static final int TICKETS = 60;
    private static final String SOLD =
            "{\"type\":\"ticket.sold\",\"entity\":{\"id\":\"t%d\"},\"indexBy\":{\"show\":\"%s\"}}";

    @Parameter
    private Database kind;

    private FreshDatabase database;
    private List<TestLedger> servers;

    @BeforeEach
    void aLedgerAndItsServers() {
        database = FreshDatabase.of(kind);
        var ledger = TestLedger.in(database.source(), Bounds.defaults(), TestIndexing.contributor());
        servers = List.of(
                ledger,
                ledger.onAnotherServer(database.source(), TestLedger.remembering(5)),
                ledger.onAnotherServer(database.source(), TestLedger.remembering(1)));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void of_many_who_compete_for_one_boundary_exactly_one_wins_each_round() throws Exception {
        for (int round = 0; round < 12; round++) {
            String show = "show" + round;
            var tries = new ArrayList<Callable<Boolean>>();
            for (int caller = 0; caller < CALLERS; caller++) {
                TestLedger server = servers.get(caller % servers.size());
                String event = SOLD.formatted(caller, show);
                tries.add(() -> wins(server, event, "{\"index\":{\"show\":\"" + show + "\"}}", -1));
                tries.add(() -> wins(server, "{\"type\":\"noise.made\"}", "{\"index\":{\"show\":\"none\"}}", -1));
            }
            long winners = atOnce(tries).stream().filter(won -> won).count();
            assertEquals(1 + CALLERS, winners, "one who sold, and all whom nobody stood in the way of");
        }
    }

    @Test
    void who_looks_and_then_sells_never_sells_more_than_there_is() throws Exception {
        var sellers = new ArrayList<Callable<Integer>>();
        for (int caller = 0; caller < CALLERS; caller++) {
            TestLedger server = servers.get(caller % servers.size());
            int seller = caller;
            sellers.add(() -> sellUntilNoneIsLeft(server, seller));
        }
        int sold = atOnce(sellers).stream().mapToInt(each -> each).sum();
        assertEquals(TICKETS, sold);
        assertEquals(TICKETS, sold(servers.get(0), Long.MAX_VALUE));
    }

    private int sellUntilNoneIsLeft(TestLedger server, int seller) throws SQLException {
        int own = 0;
        while (true) {
            long head = server.size();
            if (sold(server, head) >= TICKETS) {
                return own;
            }
            if (wins(server, SOLD.formatted(seller, "hamlet"), "{\"type\":\"ticket.sold\"}", head - 1)) {
                own++;
            }
        }
    }

    private long sold(TestLedger server, long below) throws SQLException {
        try (var connection = database.source().getConnection();
                PreparedStatement count = connection.prepareStatement(
                        "SELECT count(*) FROM event WHERE ledger_id = ? AND type = 'ticket.sold' AND position < ?"
                                + kind.immutableRead())) {
            count.setLong(1, server.ledger().id().value());
            count.setLong(2, below);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean wins(TestLedger server, String event, String filter, long after) {
        try {
            server.append(Append.of(draft(event))
                    .unless(Optional.of(new Unless(Filter.of(Json.parse(filter.getBytes(UTF_8))), after))));
            return true;
        } catch (ConditionConflict lost) {
            return false;
        }
    }

    private static <T> List<T> atOnce(List<Callable<T>> requests) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(requests.size());
        try {
            var answers = new ArrayList<T>();
            for (Future<T> answer : callers.invokeAll(requests)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            callers.shutdown();
        }
    }
}
