package io.trove.api;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One who stays to be told more, without a thread. It ends once: with what there is to tell, with an error, or when the
 * other side goes.
 */
abstract class Staying implements WriteListener, AsyncListener {

    static final long HEARTBEAT_NANOS = 15_000_000_000L;

    private static final System.Logger LOG = System.getLogger("io.trove.api");

    /** The connection; written to when it is ready. */
    final ServletOutputStream out;

    private final AsyncContext context;
    private final AtomicBoolean gone = new AtomicBoolean();

    Staying(AsyncContext context) throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
    }

    void begin() {
        context.addListener(this);
        out.setWriteListener(this);
    }

    boolean isGone() {
        return gone.get();
    }

    /** Called once, when it has ended. */
    abstract void left();

    void end() {
        if (gone.compareAndSet(false, true)) {
            left();
            try {
                context.complete();
            } catch (IllegalStateException alreadyComplete) {
                LOG.log(Level.TRACE, "It was complete before", alreadyComplete);
            }
        }
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
            left();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }
}
