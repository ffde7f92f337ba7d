package io.trove.files;

import io.trove.event.Attached;
import io.trove.event.Draft;
import io.trove.event.Json;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Takes in the files of a request: all are looked at before any is kept, so that a refusal keeps nothing. */
final class Intake {

    /** So many bytes a file may have that is sent within its event. */
    static final int INLINE_BYTES_MAX = 1 << 20;

    private static final int BASE64_CHARS_MAX = (INLINE_BYTES_MAX + 2) / 3 * 4;

    private final Shelf shelf;
    private final Holders holders;
    private final Function<Ledger, Resolving> resolving;

    /** Says whether a caller may see an event that holds these bytes. */
    interface Holders {
        boolean areSeen(Ledger ledger, Caller caller, String hash);
    }

    Intake(Shelf shelf, Holders holders, Function<Ledger, Resolving> resolving) {
        this.shelf = shelf;
        this.holders = holders;
        this.resolving = resolving;
    }

    /** A file that may be taken in: as the event keeps it, and what is done with its bytes when all others may be, too. */
    private record Taken(Json kept, Optional<Attached> known, Optional<byte[]> content) {}

    List<Draft> attach(Ledger ledger, Caller caller, List<Draft> drafts) {
        Resolving references = resolving.apply(ledger);
        List<List<Taken>> taken = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            taken.add(take(ledger, caller, references, i, drafts.get(i).files()));
        }
        for (List<Taken> ofEvent : taken) {
            ofEvent.forEach(file -> file.content().ifPresent(content -> keep(ledger, caller, content)));
        }
        List<Draft> attached = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            attached.add(taken.get(i).isEmpty() ? drafts.get(i) : attached(drafts.get(i), taken.get(i)));
        }
        return attached;
    }

    private static Draft attached(Draft draft, List<Taken> files) {
        return draft.attaching(
                files.stream().map(Taken::kept).toList(),
                files.stream().flatMap(each -> each.known().stream()).toList());
    }

    private List<Taken> take(Ledger ledger, Caller caller, Resolving references, int event, List<Json> files) {
        List<Taken> taken = new ArrayList<>(files.size());
        for (int i = 0; i < files.size(); i++) {
            var file = new EventFile(event, i, files.get(i));
            taken.add(file.isReference() ? reference(file, references) : own(ledger, caller, file));
        }
        return taken;
    }

    private static Taken reference(EventFile file, Resolving references) {
        Optional<Resolved> seen = references.resolve(file);
        if (seen.isEmpty()) {
            return new Taken(file.unseen(), Optional.empty(), Optional.empty());
        }
        String hash = seen.get().hash();
        long size = seen.get().size();
        file.requireClaims(hash, size);
        return new Taken(
                file.seen(hash, size), Optional.of(new Attached(file.id(), hash, size, file.data())), Optional.empty());
    }

    private Taken own(Ledger ledger, Caller caller, EventFile file) {
        if (file.data().isEmpty()) {
            return new Taken(file.unseen(), Optional.empty(), Optional.empty());
        }
        Optional<String> held = file.held();
        return held.isPresent() ? held(ledger, caller, file, held.get()) : inline(file);
    }

    /** Who names bytes that are not there and who names bytes that are none of theirs is told the same. */
    private Taken held(Ledger ledger, Caller caller, EventFile file, String hash) {
        boolean may = EventFile.isHash(hash)
                && (shelf.rows().isUploader(ledger, hash, caller.id()) || holders.areSeen(ledger, caller, hash));
        OptionalLong size = may ? shelf.rows().use(ledger, hash, shelf.nowMicros()) : OptionalLong.empty();
        if (size.isEmpty()) {
            throw file.refused(
                    "data",
                    file.data().orElseThrow(),
                    "bytes that you have uploaded to this ledger, or that an event holds which you may see");
        }
        return kept(file, hash, size.getAsLong(), Optional.empty());
    }

    private static Taken inline(EventFile file) {
        String data = file.data().orElseThrow();
        requireInline(file, data.length() <= BASE64_CHARS_MAX, data.length() + " characters");
        byte[] content;
        try {
            content = Base64.getDecoder().decode(data);
        } catch (IllegalArgumentException other) {
            throw file.refused(
                    "data",
                    "a text that is not base64 (RFC 4648, section 4)",
                    "the content in base64, or trove:sha256:…");
        }
        requireInline(file, content.length <= INLINE_BYTES_MAX, content.length + " bytes");
        return kept(file, Resolved.of(content).hash(), content.length, Optional.of(content));
    }

    private static void requireInline(EventFile file, boolean fits, String got) {
        if (!fits) {
            throw file.refused("data", got, "at most 1 MiB within the event; send more by PUT …/blobs");
        }
    }

    private static Taken kept(EventFile file, String hash, long size, Optional<byte[]> content) {
        file.requireClaims(hash, size);
        var known = new Attached(file.id(), hash, size, Optional.empty());
        return new Taken(file.kept(hash, size), Optional.of(known), content);
    }

    private void keep(Ledger ledger, Caller caller, byte[] content) {
        try (Arrival arrival = shelf.receive(new ByteArrayInputStream(content), Set.of())) {
            shelf.keep(ledger, caller.id(), arrival);
        } catch (IOException impossible) {
            throw new BlobStoreUnavailable(impossible);
        }
    }
}
