package io.trove.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Group commit in its barest form: whoever comes first writes for all who wait. */
final class GroupCommit {

    private static final int ROWS_MAX = 4_000;

    private final RawJdbc jdbc;
    private final ArrayList<Waiting> queue = new ArrayList<>();
    private boolean writing;

    GroupCommit(RawJdbc jdbc) {
        this.jdbc = jdbc;
    }

    private static final class Waiting {
        final List<RawRows.Ready> rows;
        final Thread thread = Thread.currentThread();
        volatile boolean done;

        Waiting(List<RawRows.Ready> rows) {
            this.rows = rows;
        }
    }

    void append(List<RawRows.Ready> rows) throws SQLException {
        var own = new Waiting(rows);
        synchronized (queue) {
            queue.add(own);
        }
        while (!own.done) {
            List<Waiting> batch = take();
            if (batch.isEmpty()) {
                LockSupport.park(this);
            } else {
                write(batch);
            }
        }
    }

    private List<Waiting> take() {
        synchronized (queue) {
            if (writing || queue.isEmpty()) {
                return List.of();
            }
            writing = true;
            int count = 0;
            for (int rows = 0;
                    count < queue.size()
                            && (count == 0 || rows + queue.get(count).rows.size() <= ROWS_MAX);
                    count++) {
                rows += queue.get(count).rows.size();
            }
            var batch = new ArrayList<>(queue.subList(0, count));
            queue.subList(0, count).clear();
            return batch;
        }
    }

    private void write(List<Waiting> batch) throws SQLException {
        var rows = new ArrayList<RawRows.Ready>();
        batch.forEach(waiting -> rows.addAll(waiting.rows));
        jdbc.together(rows);
        Waiting next;
        synchronized (queue) {
            writing = false;
            next = queue.isEmpty() ? null : queue.get(0);
        }
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
        for (Waiting waiting : batch) {
            waiting.done = true;
            LockSupport.unpark(waiting.thread);
        }
    }
}
