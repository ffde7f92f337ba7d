package io.trove.api;

import io.trove.jobs.JobReport;
import jakarta.servlet.AsyncContext;
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
final class Watcher extends Staying {

    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Supplier<JobReport> job;
    private final Consumer<Watcher> left;
    private final AtomicBoolean telling = new AtomicBoolean();
    private byte[] told = {};
    private long lastWritten = System.nanoTime();

    Watcher(Supplier<JobReport> job, AsyncContext context, Consumer<Watcher> left) throws IOException {
        super(context);
        this.job = job;
        this.left = left;
    }

    /** Tells how the job is now, unless that is known or the connection takes nothing. */
    void tell() {
        if (!isGone() && telling.compareAndSet(false, true)) {
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

    @Override
    void left() {
        left.accept(this);
    }

    @Override
    public void onWritePossible() {
        tell();
    }
}
