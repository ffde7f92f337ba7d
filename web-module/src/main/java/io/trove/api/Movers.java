package io.trove.api;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The few threads that move followers on, apart from those that serve requests. Liberty's writes hold their thread when
 * the other end does not read, also with a {@code WriteListener}; for each that is held up two others stand in, until the
 * container's write timeout ends it.
 */
final class Movers implements Executor {

    static final long HELD_UP_NANOS = 40_000_000L;

    private static final int THREADS = 8;
    private static final int THREADS_MAX = 1_024;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    Movers(ThreadFactory threads) {
        pool = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable move) {
        pool.execute(move);
    }

    /** So many writes hold their thread now. */
    void standInFor(int heldUp) {
        int wanted = Math.min(THREADS + 2 * heldUp, THREADS_MAX);
        if (wanted > pool.getCorePoolSize()) {
            pool.setMaximumPoolSize(wanted);
            pool.setCorePoolSize(wanted);
        } else if (wanted < pool.getCorePoolSize()) {
            pool.setCorePoolSize(wanted);
            pool.setMaximumPoolSize(wanted);
        }
    }

    void end() {
        pool.shutdownNow();
    }
}
