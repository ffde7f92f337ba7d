package io.trove.files;

import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Takes in bytes ahead of the events that are to hold them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Blobs {

    @Inject
    private Keeping keeping;

    /** Refuses bytes of which it is known beforehand that they are too many. */
    public void requireRoom(long announced) {
        keeping.shelf().requireRoom(announced);
    }

    /** Writes the bytes down, in constant memory, with these digests beside SHA-256. They are to be kept or closed. */
    public Arrival receive(InputStream in, Set<String> algorithms) throws IOException {
        return keeping.shelf().receive(in, algorithms);
    }

    /** Keeps what has arrived: this caller may give it to events of this ledger for a day at least. */
    public void keep(Ledger ledger, Caller caller, Arrival arrival) {
        keeping.shelf().keep(ledger, caller.id(), arrival);
    }
}
