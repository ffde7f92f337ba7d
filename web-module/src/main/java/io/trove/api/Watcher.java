package io.trove.api;

import io.trove.jobs.JobReport;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One who is told of a job: each state that is another than the one told before, the newest only where the connection takes
 * no more for a while, and the last one when the job is over; then the stream ends.
 */
final class Watcher implements WriteListener, AsyncListener {

    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final long HEARTBEAT_NANOS = 15_000_000_000L;
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Supplier<JobReport> job;
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Consumer<Watcher> left;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean gone = new AtomicBoolean();
    private byte[] told = {};
    private long lastWritten = System.nanoTime();

    Watcher(Supplier<JobReport> job, AsyncContext context, Consumer<Watcher> left) throws IOException {
        this.job = job;
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.left = left;
    }

    void begin() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    /** Tells how the job is now, unless that is known or the connection takes nothing. */
    void tell() {
        if (!gone.get() && telling.compareAndSet(false, true)) {
            try {
                if (out.isReady()) {
                    tellWhatIsNew();
                }
            } catch (IOException | RuntimeException failure) {
                LOG.log(Level.DEBUG, "One who watched a job is gone", failure);
                end();
            } finally {
                telling.set(false);
            }
        }
    }

    private void tellWhatIsNew() throws IOException {
        var report = job.get();
        byte[] now = JsonText.of(report.members());
        if (!Arrays.equals(now, told)) {
            told = now;
            write(("data: " + new String(now, StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8));
        } else if (System.nanoTime() - lastWritten > HEARTBEAT_NANOS) {
            write(HEARTBEAT);
        }
        if (report.endedAtMicros().isPresent()) {
            end();
        }
    }

    private void write(byte[] text) throws IOException {
        out.write(text);
        if (out.isReady()) {
            out.flush();
        }
        lastWritten = System.nanoTime();
    }

    void end() {
        if (gone.compareAndSet(false, true)) {
            left.accept(this);
            try {
                context.complete();
            } catch (IllegalStateException alreadyComplete) {
                LOG.log(Level.TRACE, "It was complete before", alreadyComplete);
            }
        }
    }

    @Override
    public void onWritePossible() {
        tell();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    @Override
    public void onError(AsyncEvent event) {
        end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        end();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (gone.compareAndSet(false, true)) {
            left.accept(this);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
