package io.trove.ledger;

import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Appends events to a ledger. Its transaction is the sequencer's, shared by all who append at the same time. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Appender {

    @Inject
    private Running running;

    @Inject
    @Any
    private Instance<Admits> allThatAdmit;

    @Inject
    private Conforms settings;

    @Inject
    private Attaches files;

    private List<Admits> admits;

    /** Asked for once: to look them up costs each append what deciding about it does. */
    @PostConstruct
    void gather() {
        admits = allThatAdmit.stream().toList();
    }

    /** Appends all of the request's events, on disk when this returns, or none, and then it throws why. */
    public List<Receipt> append(Ledger ledger, Caller caller, Append append) {
        admit(ledger, caller, append.drafts());
        return conforming(ledger, caller, append);
    }

    /** The answer to a request that had its effect before; nothing when it had none, and then it has none now. */
    public Optional<List<Receipt>> again(Ledger ledger, Caller caller, Append append) {
        admit(ledger, caller, append.drafts());
        return running.appends().again(ledger, caller, append);
    }

    /** The same of events that a command led to: what caused them is not the caller's to say, and so asks no permission. */
    public List<Receipt> append(Ledger ledger, Caller caller, Append append, Json cause) {
        admit(ledger, caller, append.drafts());
        return conforming(ledger, caller, append.caused(cause));
    }

    /** What was answered before is answered again, also when a file of it is no longer what it was. */
    private List<Receipt> conforming(Ledger ledger, Caller caller, Append append) {
        Append whole;
        try {
            whole = attached(ledger, caller, append);
        } catch (Refusal refusal) {
            return running.appends().again(ledger, caller, append).orElseThrow(() -> refusal);
        }
        return new Conforming(running.appends(), settings).append(ledger, caller, whole);
    }

    private Append attached(Ledger ledger, Caller caller, Append append) {
        return append.drafts().stream().allMatch(draft -> draft.files().isEmpty())
                ? append
                : append.withDrafts(files.attach(ledger, caller, append.drafts()));
    }

    private List<Receipt> appendPart(Ledger ledger, Caller caller, Append append) {
        for (Admits each : admits) {
            each.admitPart(ledger, caller, append.drafts());
        }
        return conforming(ledger, caller, append);
    }

    /**
     * Appends the request's events each for itself: one that is refused keeps no other from being recorded, unless all is
     * to end there. They are on disk when this returns, and each has its outcome, in their order. What is thrown is no
     * event's fault; sent again, what was recorded is there already.
     */
    public List<Settled> appendEach(Ledger ledger, Caller caller, Append append, boolean untilRefused) {
        requireAdmitted(ledger, caller);
        return new Halves(drafts -> appendPart(ledger, caller, Append.of(drafts).traced(append.trace())), untilRefused)
                .of(append.drafts());
    }

    /** Refuses a caller who may append nothing at all. */
    public void requireAdmitted(Ledger ledger, Caller caller) {
        admit(ledger, caller, List.of());
    }

    private void admit(Ledger ledger, Caller caller, List<Draft> drafts) {
        for (Admits each : admits) {
            each.admit(ledger, caller, drafts);
        }
    }

    /** How many requests wait on this server for their commit. */
    public int waiting() {
        return running.appends().waiting();
    }

    /** How much a request may be. */
    public Bounds bounds() {
        return running.appends().bounds();
    }
}
