package io.trove.files;

import io.trove.ledger.Append;
import io.trove.ledger.Ledger;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Reads the bytes of a ledger's files again, one after the other, and has an event tell of each that is not what was known. */
final class Verification {

    private final Ledger ledger;
    private final Shelf shelf;
    private final FileRows files;
    private final DriftRows drifts;
    private final References references;
    private final List<Root> roots;
    private final BooleanSupplier mayGoOn;
    private final Consumer<Append> append;

    Verification(
            Ledger ledger,
            Shelf shelf,
            FileRows files,
            DriftRows drifts,
            References references,
            List<Root> roots,
            BooleanSupplier mayGoOn,
            Consumer<Append> append) {
        this.ledger = ledger;
        this.shelf = shelf;
        this.files = files;
        this.drifts = drifts;
        this.references = references;
        this.roots = roots;
        this.mayGoOn = mayGoOn;
        this.append = append;
    }

    /** What was found: the hash that the bytes have now, none when they are lost; skipped when nobody may read them. */
    private record Look(Optional<String> hash, boolean isSkipped) {}

    /** Goes on with the next files; nothing when it must stop before it is through with them. */
    Optional<Progress> goOn(Progress from) throws IOException {
        List<DriftRows.Of> next = files.behind(ledger, from.atPosition(), from.atFile(), from.below());
        if (next.isEmpty()) {
            return Optional.of(from.ended(shelf.nowMicros()));
        }
        Progress at = from;
        for (DriftRows.Of of : next) {
            Optional<Look> look = look(of);
            if (look.isEmpty()) {
                return Optional.empty();
            }
            DriftRows.Known known = drifts.known(ledger, of);
            boolean isDrifted =
                    !look.get().isSkipped() && !known.hash().equals(look.get().hash());
            if (isDrifted) {
                append.accept(drifts.drifted(ledger, of, known, look.get().hash()));
            }
            at = at.behind(of, look.get().isSkipped(), isDrifted);
        }
        return Optional.of(at);
    }

    private Optional<Look> look(DriftRows.Of of) throws IOException {
        try {
            return of.file().locator().isPresent()
                    ? referenced(of.file().locator().get())
                    : kept(new Blob(ledger.uid(), of.file().hash(), of.file().size()));
        } catch (BlobMissing lost) {
            return Optional.of(new Look(Optional.empty(), false));
        }
    }

    private Optional<Look> kept(Blob blob) throws IOException {
        OptionalLong size = shelf.store().size(blob);
        if (size.isEmpty()) {
            return Optional.of(new Look(Optional.empty(), false));
        }
        try (InputStream in = shelf.store().open(blob, Span.whole(size.getAsLong()))) {
            return read(in);
        }
    }

    private Optional<Look> referenced(String text) throws IOException {
        Locator locator = locator(text);
        Optional<Root> root = References.root(roots, locator);
        if (root.isEmpty()) {
            return Optional.of(new Look(Optional.empty(), true));
        }
        try (InputStream in = references.open(root.get(), locator, Span.whole(references.size(root.get(), locator)))) {
            return read(in);
        } catch (BucketMissing unknown) {
            return Optional.of(new Look(Optional.empty(), true));
        }
    }

    private Optional<Look> read(InputStream in) throws IOException {
        return Resolved.of(in, mayGoOn).map(found -> new Look(Optional.of(found.hash()), false));
    }

    private static Locator locator(String text) {
        try {
            return Locator.of(text);
        } catch (Locator.Unusable nowhere) {
            return new Locator.Elsewhere(text);
        }
    }
}
