package io.trove.ledger;

import io.trove.event.Draft;
import java.util.List;

/**
 * Takes in the files of events that were let in: their bytes are kept, or found where they are said to be, before anything
 * is written. Asked in parallel, outside of any lock, and only for drafts of which one has files.
 */
public interface Attaches {

    /** The drafts, each with what is to be kept of its files; a {@link io.trove.refusal.Refusal} when one cannot be. */
    List<Draft> attach(Ledger ledger, Caller caller, List<Draft> drafts);
}
