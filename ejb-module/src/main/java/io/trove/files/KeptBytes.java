package io.trove.files;

import io.trove.event.Attached;
import io.trove.ledger.Follows.Difference;
import io.trove.ledger.Ledger;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Reads the bytes again that a ledger's events hold, each once however many hold them. */
@ApplicationScoped
public class KeptBytes {

    private static final String SUBJECT = "file";

    @Inject
    private Keeping keeping;

    /**
     * What was read.
     *
     * @param hash what the events say that the bytes are; those behind it come next, none when there are no others
     * @param bytes how many there were
     * @param differences where they are not what the events say, for each of the newest that hold them
     */
    public record Reread(Optional<String> hash, long bytes, List<Difference> differences) {}

    /** Reads the next bytes that events below a position hold; nothing when it must stop before it is through with them. */
    public Optional<Reread> behind(Ledger ledger, String hash, long below, BooleanSupplier mayGoOn) {
        return behind(keeping.files(), keeping.shelf().store(), ledger, hash, below, mayGoOn);
    }

    static Optional<Reread> behind(
            FileRows files, BlobStore store, Ledger ledger, String hash, long below, BooleanSupplier mayGoOn) {
        List<DriftRows.Of> holders = files.held(ledger, hash, below);
        if (holders.isEmpty()) {
            return Optional.of(new Reread(Optional.empty(), 0, List.of()));
        }
        try {
            return read(store, ledger, holders, mayGoOn);
        } catch (BlobMissing lost) {
            return Optional.of(lost(holders));
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    private static Optional<Reread> read(
            BlobStore store, Ledger ledger, List<DriftRows.Of> holders, BooleanSupplier mayGoOn) throws IOException {
        Attached file = holders.get(0).file();
        var blob = new Blob(ledger.uid(), file.hash(), file.size());
        OptionalLong size = store.size(blob);
        if (size.isEmpty()) {
            return Optional.of(lost(holders));
        }
        try (InputStream in = store.open(blob, Span.whole(size.getAsLong()))) {
            return Resolved.of(in, mayGoOn).map(found -> compare(holders, found));
        }
    }

    private static Reread lost(List<DriftRows.Of> holders) {
        return reread(holders, 0, "The bytes of the file %s are not there");
    }

    private static Reread compare(List<DriftRows.Of> holders, Resolved found) {
        if (found.hash().equals(holders.get(0).file().hash())) {
            return new Reread(Optional.of(found.hash()), found.size(), List.of());
        }
        String now = "The bytes of the file %s are now " + found.size() + " with the hash " + EventFile.PREFIX;
        return reread(holders, found.size(), now + found.hash());
    }

    private static Reread reread(List<DriftRows.Of> holders, long bytes, String sentence) {
        return new Reread(
                Optional.of(holders.get(0).file().hash()),
                bytes,
                holders.stream()
                        .map(each -> new Difference(
                                each.position(),
                                SUBJECT,
                                "bytes",
                                sentence.formatted(each.file().fileId())))
                        .toList());
    }
}
