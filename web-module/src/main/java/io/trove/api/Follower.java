package io.trove.api;

import io.trove.refusal.Refusal;
import jakarta.servlet.AsyncContext;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;

/**
 * One who follows a ledger: where it is, and how it is moved on. It has no thread while it waits, and at most one encoded
 * chunk. When its connection takes nothing for too long the container's write fails and it is let go, with the id of the
 * last event that it read as the point to resume from.
 */
final class Follower extends Staying {

    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final int CHUNKS_AT_ONCE = 8;

    private final Bookmark bookmark;
    private final Followers.Followed followed;
    private final Executor movers;
    private final BiConsumer<Follower, Followers.Followed> left;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile boolean writable;
    private volatile long lastWritten = System.nanoTime() - HEARTBEAT_NANOS;
    private volatile long writingSince;
    private boolean flushOwed = true;

    Follower(
            Bookmark bookmark,
            Followers.Followed followed,
            AsyncContext context,
            Executor movers,
            BiConsumer<Follower, Followers.Followed> left)
            throws IOException {
        super(context);
        this.bookmark = bookmark;
        this.followed = followed;
        this.movers = movers;
        this.left = left;
    }

    /** Something may have changed: there is more, or the connection takes more. */
    void wake() {
        if (writable && !isGone() && calls.getAndIncrement() == 0) {
            movers.execute(this::move);
        }
    }

    /** One at a time, and again, after others had their turn, when somebody called in between. */
    private void move() {
        int seen = calls.get();
        try {
            writeWhatIsThere();
        } catch (IOException | Refusal gone) {
            end(Level.DEBUG, gone);
        } catch (RuntimeException failure) {
            end(failure.getCause() instanceof Refusal ? Level.DEBUG : Level.ERROR, failure);
        }
        if (calls.addAndGet(-seen) > 0) {
            movers.execute(this::move);
        }
    }

    private void end(Level level, Exception why) {
        LOG.log(level, "A follower of " + followed.ledger.name() + " is gone at position " + bookmark.after(), why);
        end();
    }

    private void writeWhatIsThere() throws IOException {
        bookmark.requireThere();
        for (int chunks = 0; chunks < CHUNKS_AT_ONCE; chunks++) {
            if (isGone() || !takesMore()) {
                return;
            }
            byte[] chunk = bookmark.next();
            if (chunk.length > 0) {
                write(chunk);
            } else if (bookmark.isAtEnd()) {
                beat();
                return;
            }
        }
        wake();
    }

    /** Whether the connection takes more; an owed flush goes first. */
    private boolean takesMore() throws IOException {
        if (out.isReady() && flushOwed) {
            flushOwed = false;
            timed(out::flush);
        }
        return out.isReady();
    }

    private void write(byte[] chunk) throws IOException {
        timed(() -> out.write(chunk));
        flushOwed = true;
        lastWritten = System.nanoTime();
        takesMore();
    }

    /** An operation on the connection. */
    private interface Output {
        void run() throws IOException;
    }

    private void timed(Output operation) throws IOException {
        writingSince = System.nanoTime();
        try {
            operation.run();
        } finally {
            writingSince = 0;
        }
    }

    /** Whether a write holds its thread for so long by now, as it does when nobody reads at the other end. */
    boolean isHeldUp(long nanos) {
        long since = writingSince;
        return since != 0 && System.nanoTime() - since > nanos;
    }

    private void beat() throws IOException {
        if (System.nanoTime() - lastWritten > HEARTBEAT_NANOS) {
            bookmark.requireSeen();
            write(SseText.heartbeat(bookmark.after()));
        }
    }

    /** Whoever is silent for long gets a heartbeat. */
    void checkPulse() {
        if (System.nanoTime() - lastWritten > HEARTBEAT_NANOS) {
            wake();
        }
    }

    @Override
    void left() {
        left.accept(this, followed);
    }

    @Override
    public void onWritePossible() {
        writable = true;
        wake();
    }
}
