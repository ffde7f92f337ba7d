package io.trove.files;

import io.trove.access.Access;
import io.trove.access.Sight;
import io.trove.event.Draft;
import io.trove.ledger.Attaches;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import io.trove.query.Query;
import io.trove.query.Visible;
import io.trove.refusal.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** Takes in the files of what is appended. */
@ApplicationScoped
class Attaching implements Attaches {

    /** So many events are read, of those that hold bytes, to find one whose files are shown. */
    private static final int LOOKED_AT_MAX = 100;

    /** Each holds a thread, also while a store or a root does not answer; the others are left to those who need neither. */
    private static final int AT_ONCE_MAX = 64;

    private final Semaphore places = new Semaphore(AT_ONCE_MAX);

    @Inject
    private Keeping keeping;

    @Inject
    private Access access;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Visible visible;

    @Inject
    private Query query;

    private Intake intake;

    @PostConstruct
    void assemble() {
        intake = new Intake(keeping.shelf(), this::areSeen, keeping::resolving);
    }

    @Override
    public List<Draft> attach(Ledger ledger, Caller caller, List<Draft> drafts) {
        if (!places.tryAcquire()) {
            throw new FilesBusy(AT_ONCE_MAX);
        }
        try {
            return intake.attach(ledger, caller, drafts);
        } finally {
            places.release();
        }
    }

    private boolean areSeen(Ledger ledger, Caller caller, String hash) {
        List<Long> positions =
                keeping.files().holders(ledger, hash, ledgers.head(ledger).size());
        return !positions.isEmpty() && areSeen(ledger, caller, positions);
    }

    private boolean areSeen(Ledger ledger, Caller caller, List<Long> positions) {
        try {
            Sight sight = access.sight(caller, ledger);
            Set<Long> seen = visible.among(sight, positions);
            return sight.isEverything()
                    ? !seen.isEmpty()
                    : seen.stream().limit(LOOKED_AT_MAX).anyMatch(position -> showsFiles(sight, position));
        } catch (Refusal mayNotRead) {
            return false;
        }
    }

    /** Who may see an event and not its files has not seen the bytes. */
    private boolean showsFiles(Sight sight, long position) {
        return !query.at(sight, position).masked().contains(Attachments.FILES);
    }
}
