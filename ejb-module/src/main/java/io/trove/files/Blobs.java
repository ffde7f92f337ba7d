package io.trove.files;

import io.trove.event.Times;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.OptionalLong;
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

    /** Keeps bytes that no event holds until this time; under which SHA-256, in hex. */
    public String keepUntil(Ledger ledger, Caller caller, byte[] content, Instant end) {
        try (Arrival arrival = receive(new ByteArrayInputStream(content), Set.of())) {
            Blob blob = keeping.shelf().keep(ledger, caller.id(), arrival);
            keeping.shelf().rows().useUntil(ledger, blob.hash(), Times.micros(end.minus(Sweep.UNUSED_MAX)));
            return blob.hash();
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    /** Whether the caller has brought bytes of this hash to the ledger; then how many they are. */
    public OptionalLong brought(Ledger ledger, Caller caller, String hash) {
        BlobRows rows = keeping.shelf().rows();
        return rows.isUploader(ledger, hash, caller.id())
                ? rows.use(ledger, hash, keeping.shelf().nowMicros())
                : OptionalLong.empty();
    }

    /** Refuses when the ledger does not keep bytes of this hash any more. */
    public void require(Ledger ledger, String hash) {
        if (keeping.shelf()
                .rows()
                .use(ledger, hash, keeping.shelf().nowMicros())
                .isEmpty()) {
            throw FileUnknown.lost(hash);
        }
    }

    /** The bytes that were kept under this hash, for who knows that they may be read; {@link FileUnknown} when they are gone. */
    public InputStream open(Ledger ledger, String hash, long size) throws IOException {
        try {
            return keeping.shelf().store().open(new Blob(ledger.uid(), hash, size), Span.whole(size));
        } catch (BlobMissing gone) {
            throw FileUnknown.lost(hash);
        }
    }
}
