package io.trove.ledger;

import io.trove.event.Draft;
import java.util.List;

/**
 * Judges drafts by the ledger's settings, such as its schemas, as they are at a head; asked in parallel, outside of any
 * lock. Should the settings move before the commit, it is asked again.
 */
public interface Conforms {

    /** The drafts with what the settings add to them; a {@link io.trove.refusal.Refusal} when they do not conform. */
    Conformed conform(Ledger ledger, Head head, List<Draft> drafts);
}
