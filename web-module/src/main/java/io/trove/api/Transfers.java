package io.trove.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** The files that go in and out of this server: each holds a thread for as long as its client takes. */
@ApplicationScoped
class Transfers {
    private static final int AT_ONCE_MAX = 64;

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    /** A place for one file, until it is closed. */
    Place take() {
        if (!places.tryAcquire()) {
            throw new TransfersBusy(AT_ONCE_MAX);
        }
        return places::release;
    }

    /** A place that was taken. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }
}
