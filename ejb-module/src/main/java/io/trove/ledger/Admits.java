package io.trove.ledger;

import io.trove.event.Draft;
import java.util.List;

/** What must be known before an append is let in; asked in parallel, outside of any lock, before anything is written. */
public interface Admits {

    /** Returns when the drafts may be appended, and throws a {@link io.trove.refusal.Refusal} when not. */
    void admit(Ledger ledger, Caller caller, List<Draft> drafts);

    /** The same of drafts of a longer import, of which later ones may bring what these mention. */
    default void admitPart(Ledger ledger, Caller caller, List<Draft> drafts) {
        admit(ledger, caller, drafts);
    }
}
