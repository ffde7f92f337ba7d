package io.trove.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One attempt at a batch: what was decided from a head, and the rows that follow from it. */
final class Round {

    private final List<Ticket> batch;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();
    private final WriteSet writes = new WriteSet();
    private final Map<Known.Key, Known> learnt;
    private final Head from;
    private final long recordedAtMicros;
    private long settings;
    private Head to;

    private Round(List<Ticket> batch, Head from, long recordedAtMicros, View view) {
        this.batch = batch;
        this.from = from;
        this.recordedAtMicros = recordedAtMicros;
        var decision = new Decision(view, from.size(), recordedAtMicros);
        settings = from.settingsVersion();
        for (Ticket ticket : batch) {
            Outcome outcome = ticket.isStale(settings) ? new Outcome.Stale() : decision.decide(ticket);
            outcomes.add(outcome);
            if (outcome instanceof Outcome.Granted granted && !granted.placed().isEmpty()) {
                take(ticket, granted.placed());
                settings += ticket.movesSettings() ? 1 : 0;
            }
        }
        this.learnt = view.batch();
        this.to = from;
    }

    /** Decides the batch, and lets the components add their rows to what was granted. */
    static Round decide(
            List<Ticket> batch,
            Head from,
            long recordedAtMicros,
            Recall recall,
            Ledger ledger,
            Appending.Past past,
            Consumer<Appending> contributors) {
        var round = new Round(batch, from, recordedAtMicros, new View(recall));
        if (!round.isEmpty()) {
            round.contribute(ledger, past, contributors);
        }
        return round;
    }

    private void contribute(Ledger ledger, Appending.Past past, Consumer<Appending> contributors) {
        var appending = new Appending(ledger, from, placed, writes, past);
        contributors.accept(appending);
        to = from.after(placed.size(), recordedAtMicros, appending.tree()).under(settings);
    }

    private void take(Ticket ticket, List<Placed> events) {
        placed.addAll(events);
        events.forEach(event -> writes.add(EventTable.row(event)));
        ticket.once()
                .ifPresent(once -> writes.add(EventTable.row(once, events.get(0).position(), events.size())));
        ticket.companions().forEach(writes::add);
    }

    boolean isEmpty() {
        return placed.isEmpty();
    }

    /** Whether somebody is refused, which only holds as long as the head is where it was. */
    boolean refuses() {
        return outcomes.stream().anyMatch(Outcome.Refused.class::isInstance);
    }

    Head from() {
        return from;
    }

    Head to() {
        return to;
    }

    /** What it writes, in the order of positions. */
    List<Placed> placed() {
        return placed;
    }

    WriteSet writes() {
        return writes;
    }

    Map<Known.Key, Known> learnt() {
        return learnt;
    }

    /** The digest by which the first event can be recognised, should the commit's answer be lost. */
    byte[] firstDigest() {
        return placed.get(0).kept().digest();
    }

    void settle() {
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).settle(outcomes.get(i));
        }
    }
}
