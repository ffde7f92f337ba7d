package io.trove.files;

import io.trove.ledger.Empties;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** Forgets the bytes of a ledger that is removed. */
@ApplicationScoped
class Emptied implements Empties {

    @Inject
    private Keeping keeping;

    @Override
    public void empty(Ledger removed) {
        empty(removed, keeping.shelf());
    }

    static void empty(Ledger removed, Shelf shelf) {
        String behind = "";
        List<Blob> some = shelf.rows().behind(removed, behind);
        while (!some.isEmpty()) {
            for (Blob blob : some) {
                forget(blob, shelf);
            }
            behind = some.get(some.size() - 1).hash();
            some = shelf.rows().behind(removed, behind);
        }
    }

    private static void forget(Blob blob, Shelf shelf) {
        try {
            shelf.store().delete(blob);
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }
}
