package io.trove.ledger;

import io.trove.event.Draft;
import java.util.List;

/** Says which other events a draft mentions, so that each is found at the commit, in the same request too. */
public interface Mentions {

    /** None for most drafts; it is asked of every one, so it is quick. */
    List<Mention> of(Draft draft);
}
