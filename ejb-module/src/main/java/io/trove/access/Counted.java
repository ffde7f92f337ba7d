package io.trove.access;

import io.trove.event.Times;
import io.trove.ledger.LedgerName;
import io.trove.refusal.Refusal;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Failures by the ledger that is to tell of them, since they were told the last time. */
final class Counted {

    private static final System.Logger LOG = System.getLogger("io.trove.access");

    private final Map<LedgerName, Tally> tallies = new ConcurrentHashMap<>();
    private Instant since;

    Counted(Instant since) {
        this.since = since;
    }

    /** Has a ledger tell of what was counted; a {@link Refusal} when it cannot now. */
    interface Teller {
        void tell(LedgerName ledger, Map<String, Object> payload);
    }

    void count(LedgerName ledger, Tally.Source source) {
        tallies.computeIfAbsent(ledger, name -> new Tally()).count(source, 1);
    }

    /** Has each ledger tell that has something to tell, once; what it cannot tell now is counted on. */
    synchronized void tell(Instant until, Teller teller) {
        Instant from = since;
        since = until;
        tallies.forEach((ledger, tally) -> {
            if (!tally.isEmpty()) {
                tell(ledger, tally, from, until, teller);
            }
        });
    }

    private static void tell(LedgerName ledger, Tally tally, Instant from, Instant until, Teller teller) {
        Tally taken = tally.take();
        var payload = new LinkedHashMap<>(taken.members());
        payload.put("since", Times.text(Times.micros(from)));
        payload.put("until", Times.text(Times.micros(until)));
        try {
            teller.tell(ledger, payload);
        } catch (Refusal unavailable) {
            tally.add(taken);
            LOG.log(Level.WARNING, "Failed sign-ins are not recorded yet: {0}", unavailable.getMessage());
        }
    }
}
