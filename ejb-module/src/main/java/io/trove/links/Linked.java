package io.trove.links;

import io.trove.ledger.Receipt;
import java.util.Optional;

/** A link after it was made or taken away, and the event that did it; none when it was so already. */
public record Linked(Listed link, Optional<Receipt> receipt) {}
