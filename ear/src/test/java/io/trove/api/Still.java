package io.trove.api;

import io.trove.server.Await;
import io.trove.server.Postgres;
import io.trove.server.Server;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server whose process stands still (SIGSTOP) while it holds the head of a ledger; it goes on when this is closed. */
record Still(Server server) implements AutoCloseable {

    /** The database ends what stands still after eight seconds. */
    static final Duration HOLDS_UP_MAX = Duration.ofSeconds(30);

    private static final Duration STOPPING = Duration.ofMillis(300);
    private static final String HOLDERS = """
            SELECT count(*)
              FROM pg_stat_activity
              JOIN pg_locks USING (pid)
              JOIN pg_class ON pg_class.oid = relation
             WHERE relname = 'ledger_head'
               AND mode = 'RowExclusiveLock'
               AND state = 'idle in transaction'
               AND state_change < clock_timestamp() - INTERVAL '200 ms'""";

    /** Stops the server when it is in the middle of an append: both append to the ledger, so that each has to take its head first. */
    static Still inAnAppend(Ask here, Ask there, Server server, Postgres database) {
        var enough = new AtomicBoolean();
        Stream.of(here, there, here, there).forEach(ask -> new Thread(() -> appendUntil(ask, enough)).start());
        var still = new Still(server);
        try {
            Await.until(() -> still.holds(database));
        } finally {
            enough.set(true);
        }
        return still;
    }

    private static void appendUntil(Ask ask, AtomicBoolean enough) {
        while (!enough.get()) {
            ask.append("{\"type\":\"a.b\"}");
        }
    }

    private boolean holds(Postgres database) {
        signal("-STOP");
        LockSupport.parkNanos(STOPPING.toNanos());
        boolean holds = holders(database) > 0;
        if (!holds) {
            signal("-CONT");
        }
        return holds;
    }

    private static long holders(Postgres database) {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(HOLDERS)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", signal, String.valueOf(server.pid()))
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        signal("-CONT");
    }
}
