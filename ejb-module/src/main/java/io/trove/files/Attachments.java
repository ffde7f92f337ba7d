package io.trove.files;

import io.trove.access.Forbidden;
import io.trove.access.Sight;
import io.trove.event.Attached;
import io.trove.event.Json;
import io.trove.ledger.Ledgers;
import io.trove.query.Found;
import io.trove.query.Query;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Finds the files of events, as far as a sight goes, and reads them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Attachments {

    static final String FILES = "files";

    @Inject
    private Query query;

    @Inject
    private Ledgers ledgers;

    @Inject
    private Keeping keeping;

    /** The file of this id of an event, in this version or the newest; a refusal when it is not to be seen or not to be had. */
    public Attachment find(Sight sight, String eventId, OptionalInt version, String fileId) {
        Found found = query.find(sight, eventId, version);
        Json file = Json.parse(found.document())
                .member(FILES)
                .flatMap(files -> files.items().stream()
                        .filter(each -> text(each, "id").filter(fileId::equals).isPresent())
                        .findFirst())
                .orElseThrow(() -> FileUnknown.named(fileId));
        if (found.masked().contains(FILES)) {
            throw Forbidden.masking("The file \"%s\"".formatted(fileId));
        }
        Optional<Attached> kept = keeping.files()
                .find(sight.ledger(), found.position(), fileId)
                .filter(known -> known.locator().isEmpty());
        Source source = kept.map(known -> kept(sight, fileId, known)).orElseGet(() -> referenced(sight, fileId, file));
        return new Attachment(fileId, text(file, "filename"), text(file, "contentType"), source);
    }

    private Source kept(Sight sight, String fileId, Attached known) {
        var blob = new Blob(sight.ledger().uid(), known.hash(), known.size());
        BlobStore store = keeping.shelf().store();
        return new Source.Bytes(
                known.size(), Optional.of(known.hash()), span -> reading(fileId, () -> store.open(blob, span)));
    }

    /** What the bytes there are now is not known before they are read: they have a size, and no hash. */
    private Source referenced(Sight sight, String fileId, Json file) {
        String text = text(file, "data").orElseThrow(() -> FileUnknown.notHere(fileId));
        Locator locator = locator(text);
        Optional<Root> root = References.root(
                locator instanceof Locator.Elsewhere
                        ? List.of()
                        : keeping.roots()
                                .roots(
                                        sight.ledger(),
                                        ledgers.head(sight.ledger()).size()),
                locator);
        if (root.isEmpty()) {
            return new Source.Elsewhere(text);
        }
        References references = keeping.references();
        long size = reading(fileId, () -> references.size(root.get(), locator));
        Optional<Source.Redirect> redirect =
                locator instanceof Locator.OfObject object ? keeping.redirect(object) : Optional.empty();
        return redirect.<Source>map(there -> there)
                .orElseGet(() -> new Source.Bytes(
                        size,
                        Optional.empty(),
                        span -> reading(fileId, () -> references.open(root.get(), locator, span))));
    }

    private static Locator locator(String text) {
        try {
            return Locator.of(text);
        } catch (Locator.Unusable nowhere) {
            return new Locator.Elsewhere(text);
        }
    }

    /** What is read of a store. */
    private interface Read<T> {
        T run() throws IOException;
    }

    private static <T> T reading(String fileId, Read<T> read) {
        try {
            return read.run();
        } catch (BlobMissing lost) {
            throw FileUnknown.lost(fileId);
        } catch (IOException failure) {
            throw new BlobStoreUnavailable(failure);
        }
    }

    private static Optional<String> text(Json file, String member) {
        return file.member(member).flatMap(Json::text);
    }
}
