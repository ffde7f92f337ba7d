package io.trove.integrity;

import io.trove.ledger.Ledger;

/** An audit on this server has found something, or is over. */
record Audited(Ledger ledger) {}
