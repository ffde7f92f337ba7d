package io.trove.api;

import io.trove.jobs.Jobs;
import io.trove.ledger.Ledger;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** All who are told of a job while it goes on, each second that something has changed. Nobody has a thread. */
@ApplicationScoped
class Watchers {

    static final int WATCHERS_MAX = 100;

    private static final long LOOK_MS = 1_000;

    private final Set<Watcher> all = ConcurrentHashMap.newKeySet();

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService clock;

    @Inject
    private Jobs jobs;

    private Movers movers;
    private ScheduledFuture<?> look;

    @PostConstruct
    void start() {
        movers = new Movers(threads);
        look = clock.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        look.cancel(false);
        movers.end();
        all.forEach(Watcher::end);
    }

    /** Refuses at once who may not be told, and of a job that there is not. */
    void add(Ledger ledger, long job, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var caller = Visitor.of(request);
        jobs.find(caller, ledger, job);
        if (all.size() >= WATCHERS_MAX) {
            throw new TooManyFollowers(WATCHERS_MAX);
        }
        response.setContentType(SseText.MEDIA_TYPE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        var watcher = new Watcher(() -> jobs.find(caller, ledger, job), context, all::remove);
        all.add(watcher);
        watcher.begin();
        movers.execute(watcher::tell);
    }

    private void look() {
        all.forEach(watcher -> movers.execute(watcher::tell));
    }
}
