package io.trove.access;

import io.trove.event.Draft;
import io.trove.ledger.Admits;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerUnknown;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;

/** Lets in what the caller may append. */
@ApplicationScoped
class MayAppend implements Admits {

    @Inject
    private Granted granted;

    @Override
    public void admit(Ledger ledger, Caller caller, List<Draft> drafts) {
        if (!caller.isTrove()) {
            Rights rights = granted.of(caller, ledger.name());
            Set<Permission> has = rights.permissions();
            check(ledger, caller, has, drafts);
            if (!Sights.isWhole(rights) && !has.contains(Permission.EVENTS_APPEND_AS)) {
                drafts.forEach(MayAppend::requireUnrelated);
            }
        }
    }

    /** Rules may follow relations: whoever they narrow would widen their own sight by relating entities. */
    private static void requireUnrelated(Draft draft) {
        if (EntityFacts.relates(draft.type())) {
            throw Forbidden.lacks(Permission.EVENTS_APPEND_AS, "Relating entities without seeing everything");
        }
    }

    /** Decides for a caller who is not Trove. */
    static void check(Ledger ledger, Caller caller, Set<Permission> has, List<Draft> drafts) {
        if (has.isEmpty()) {
            throw new LedgerUnknown(ledger.name().organization(), ledger.name().environment());
        }
        if (ledger.name().isSystem()) {
            throw Forbidden.systemLedger();
        }
        if (!has.contains(Permission.EVENTS_APPEND)) {
            throw Forbidden.lacks(Permission.EVENTS_APPEND, "Appending events");
        }
        drafts.forEach(draft -> check(caller, has, draft));
    }

    private static void check(Caller caller, Set<Permission> has, Draft draft) {
        if (SystemTypes.reserves(draft.type())) {
            throw Forbidden.systemType(draft.type());
        }
        if (has.contains(Permission.EVENTS_APPEND_AS)) {
            return;
        }
        if (draft.cause().isPresent()) {
            throw Forbidden.lacks(Permission.EVENTS_APPEND_AS, "Giving a cause");
        }
        if (namesAnotherActor(caller, draft)) {
            throw Forbidden.lacks(Permission.EVENTS_APPEND_AS, "Naming another actor than yourself");
        }
        if (namesAnotherProducer(caller, draft)) {
            throw Forbidden.lacks(Permission.EVENTS_APPEND_AS, "Naming another producer than your own");
        }
    }

    private static boolean namesAnotherActor(Caller caller, Draft draft) {
        return draft.actor()
                .filter(named -> !named.type().equals(caller.actor().type())
                        || !named.id().equals(caller.actor().id())
                        || (named.role().isPresent()
                                && !named.role().equals(caller.actor().role())))
                .isPresent();
    }

    private static boolean namesAnotherProducer(Caller caller, Draft draft) {
        return caller.producer().isPresent()
                && draft.producer().isPresent()
                && !draft.producer().equals(caller.producer());
    }
}
