package io.trove.files;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Whether the store of files answers, as far as is known: nobody who asks waits for it. */
@ApplicationScoped
public class StoreAnswers {

    private static final long AGAIN_NANOS = Duration.ofSeconds(10).toNanos();

    private final AtomicLong askedAt = new AtomicLong(System.nanoTime());

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private Keeping keeping;

    /** Why it failed when it was last asked for something; nothing when it answered. One that failed is asked again meanwhile. */
    public Optional<String> failure() {
        Optional<String> failure = keeping.store().failure();
        long before = askedAt.get();
        long now = System.nanoTime();
        if (failure.isPresent() && now - before > AGAIN_NANOS && askedAt.compareAndSet(before, now)) {
            threads.execute(this::ask);
        }
        return failure;
    }

    private void ask() {
        try {
            keeping.store().name();
        } catch (IOException | RuntimeException failed) {
            // The store has noted it, and whoever asks next is told.
        }
    }
}
