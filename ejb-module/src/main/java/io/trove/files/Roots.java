package io.trove.files;

import io.trove.ledger.Appender;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.Ledgers;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The directories and buckets that a ledger's references may be followed into; none, until an administrator grants one. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Roots {

    private static final int ROOTS_MAX = 100;

    @Inject
    private Keeping keeping;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Appender appender;

    /** Those that are granted. */
    public List<String> of(Ledger ledger) {
        return keeping.roots().granted(ledger, ledgers.head(ledger).size());
    }

    /** Grants a root; one that is granted already stays so. */
    public List<String> grant(Ledger ledger, Caller by, String text) {
        Root root = root(text);
        if (!keeping.references().mayBeGranted(root)) {
            throw new RootRefused(
                    text,
                    "a directory that is there, under its own name and not by a link, that neither lies in Trove's own directories nor holds one");
        }
        List<String> there = of(ledger);
        if (there.size() >= ROOTS_MAX) {
            throw new RootRefused(text, "at most " + ROOTS_MAX + " roots in a ledger");
        }
        return there.contains(root.text()) ? there : changed(ledger, by, root, true);
    }

    /** Takes a root back; what events say that was read through it stays. */
    public List<String> revoke(Ledger ledger, Caller by, String text) {
        Root root = root(text);
        return of(ledger).contains(root.text()) ? changed(ledger, by, root, false) : of(ledger);
    }

    private List<String> changed(Ledger ledger, Caller by, Root root, boolean isGranted) {
        appender.append(ledger, Caller.trove(), RootRows.changed(by, ledger.uid(), root.text(), isGranted));
        return of(ledger);
    }

    private static Root root(String text) {
        try {
            return Root.of(text);
        } catch (Locator.Unusable unusable) {
            throw new RootRefused(text, unusable.getMessage());
        }
    }
}
