package io.trove.api;

import io.trove.access.Access;
import io.trove.access.Sight;
import io.trove.filter.Filter;
import io.trove.ledger.Appended;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerId;
import io.trove.ledger.LedgerUnknown;
import io.trove.ledger.Ledgers;
import io.trove.query.Query;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** All who follow a ledger live. Nobody has a thread; a few tasks at a time move those on who can be moved. */
@ApplicationScoped
public class Followers {

    static final int FOLLOWERS_MAX = 10_000;

    private static final System.Logger LOG = System.getLogger("io.trove.api");
    private static final long LOOK_MS = 50;

    private final Map<LedgerId, Followed> followed = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    @Resource
    private ManagedThreadFactory threads;

    @Resource
    private ManagedScheduledExecutorService clock;

    @Inject
    private Query query;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Access access;

    @Inject
    private Figures figures;

    private Movers movers;
    private ScheduledFuture<?> look;

    /** A ledger that somebody follows: who, its newest events, and how far it goes. */
    static final class Followed {
        final Ledger ledger;
        final Sight whole;
        final Set<Follower> all = ConcurrentHashMap.newKeySet();
        final Tail tail = new Tail();
        volatile long size;
        volatile boolean removed;
        private boolean waits;
        private int entered;

        /** What is read once for all is read whole; each follower takes from it what they see. */
        Followed(Ledger ledger, Sight whole) {
            this.ledger = ledger;
            this.whole = whole;
        }

        private Followed entered() {
            entered++;
            return this;
        }

        /** Whether nobody is left. */
        private boolean leave() {
            return --entered == 0;
        }

        /** Whoever learns first how far the ledger goes tells all who follow it. */
        void moveTo(long newSize) {
            synchronized (this) {
                if (newSize <= size) {
                    return;
                }
                size = newSize;
            }
            all.forEach(Follower::wake);
        }
    }

    @PostConstruct
    void start() {
        figures.following(count::get);
        movers = new Movers(threads);
        look = clock.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void end() {
        look.cancel(false);
        movers.end();
        followed.values().forEach(each -> each.all.forEach(Follower::end));
    }

    /** Whoever asks stays, behind a position of the ledger as it was. */
    void add(
            Visits.Visit visit,
            Filter filter,
            SseText text,
            Stand stand,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Followed ledger = enter(visit.ledger());
        Follower follower;
        try {
            response.setContentType(SseText.MEDIA_TYPE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader("Cache-Control", "private, no-store");
            response.setHeader("X-Accel-Buffering", "no");
            Wanted wanted = text.wanted();
            if (!wanted.isFull()) {
                response.setHeader(Documents.VIEW, wanted.view());
            }
            AsyncContext context = request.startAsync();
            context.setTimeout(0);
            var question = new Bookmark.Question(new SightNow(access, visit), filter, text);
            var bookmark = new Bookmark(question, stand.after(), ledger, query);
            follower = new Follower(bookmark, ledger, context, movers, this::left);
        } catch (IOException | RuntimeException failure) {
            leave(ledger);
            throw failure;
        }
        ledger.all.add(follower);
        ledger.moveTo(stand.size());
        follower.begin();
    }

    /** Behind which position of a ledger of this size somebody begins. */
    record Stand(long after, long size) {}

    /** Who comes is counted before they are there, so that what they come to is not let go meanwhile. */
    private Followed enter(Ledger ledger) {
        var fresh = new Followed(ledger, access.sight(Caller.trove(), ledger));
        if (count.incrementAndGet() > FOLLOWERS_MAX) {
            count.decrementAndGet();
            throw new TooManyFollowers(FOLLOWERS_MAX);
        }
        return followed.compute(ledger.id(), (id, there) -> (there == null ? fresh : there).entered());
    }

    /** What nobody follows has no tail to keep. */
    private void leave(Followed ledger) {
        count.decrementAndGet();
        followed.computeIfPresent(ledger.ledger.id(), (id, there) -> there.leave() ? null : there);
    }

    /** How many follow now. */
    public int count() {
        return count.get();
    }

    private void left(Follower follower, Followed ledger) {
        if (ledger.all.remove(follower)) {
            leave(ledger);
        }
    }

    void appended(@Observes Appended appended) {
        Followed ledger = followed.get(appended.ledger().id());
        if (ledger != null && !ledger.all.isEmpty()) {
            movers.execute(() -> ledger.moveTo(appended.to()));
        }
    }

    /** Hints of other servers do not reach this one, and any hint may be lost; the head does not lie. */
    private void look() {
        long heldUp = followed.values().stream()
                .flatMap(ledger -> ledger.all.stream())
                .filter(follower -> follower.isHeldUp(Movers.HELD_UP_NANOS))
                .count();
        movers.standInFor((int) heldUp);
        followed.values().forEach(this::look);
    }

    private void look(Followed ledger) {
        try {
            ledger.moveTo(ledgers.head(ledger.ledger).size());
            ledger.waits = false;
        } catch (LedgerUnknown removed) {
            ledger.removed = true;
            ledger.all.forEach(Follower::wake);
        } catch (RuntimeException failure) {
            if (!ledger.waits) {
                LOG.log(Level.WARNING, "Followers of " + ledger.ledger.name() + " wait: " + failure.getMessage());
            }
            ledger.waits = true;
        }
        ledger.all.forEach(Follower::checkPulse);
    }
}
