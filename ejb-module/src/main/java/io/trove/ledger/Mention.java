package io.trove.ledger;

import java.util.OptionalInt;

/** An event that another one mentions: in a version, or in whichever is the newest at the commit. */
public interface Mention {

    String id();

    OptionalInt version();
}
