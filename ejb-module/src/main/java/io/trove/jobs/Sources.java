package io.trove.jobs;

import io.trove.access.Access;
import io.trove.access.Permission;
import io.trove.event.EventId;
import io.trove.event.Json;
import io.trove.files.Attachment;
import io.trove.files.Attachments;
import io.trove.files.Blobs;
import io.trove.files.Source;
import io.trove.files.Span;
import io.trove.ledger.Caller;
import io.trove.ledger.Ledger;
import io.trove.ledger.LedgerName;
import io.trove.ledger.Ledgers;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** What is imported from: bytes that the caller has brought, what an export wrote, or a ledger of another Trove. */
@ApplicationScoped
class Sources {

    private static final String BLOB = "blob";
    private static final String JOB = "job";
    private static final String LEDGER = "ledger";
    private static final String URL = "url";
    private static final String SIZE = "size";
    private static final String HASH = "sha256:";
    private static final int NOT_FOUND = 404;
    private static final String WANTED =
            "{\"blob\": \"sha256:…\"}, {\"ledger\": \"organization/environment\", \"job\": 7} or {\"url\": \"https://…\"}";

    @Inject
    private Access access;

    @Inject
    private Attachments attachments;

    @Inject
    private Blobs blobs;

    @Inject
    private Exported exported;

    @Inject
    private Ledgers ledgers;

    @Inject
    private OtherTroves others;

    /** What is kept of what a request names, with its size; a refusal when this caller may not have it. */
    Json checked(Caller caller, Ledger ledger, Json from) {
        Map<String, Object> kept = new TreeMap<>(from.members());
        Set<String> members = from.members().keySet();
        if (members.equals(Set.of(BLOB))) {
            OptionalLong size = blobs.brought(ledger, caller, hash(from));
            kept.put(
                    SIZE,
                    size.orElseThrow(() -> new JobRefused(
                            "/from/blob", text(from, BLOB), "bytes that you have uploaded to this ledger")));
        } else if (members.equals(Set.of(LEDGER, JOB))) {
            kept.put(
                    SIZE, exported.file(caller, ledger(from), number(from, JOB)).size());
        } else if (members.equals(Set.of(URL))) {
            kept.put(SIZE, others.size(text(from, URL)));
        } else {
            throw new JobRefused("/from", from.toString(), WANTED);
        }
        return Json.object(kept);
    }

    /** Whether lines say their place by themselves, and those before a place are not read again. */
    static boolean isLedger(Json from) {
        return from.member(URL).isPresent();
    }

    /** How much is read in all: bytes, or events of another Trove. */
    static long size(Json from) {
        return number(from, SIZE);
    }

    /** The bytes; for a ledger of another Trove, those of the events behind a position. */
    InputStream open(Caller caller, Ledger ledger, Json from, long after) throws IOException {
        if (isLedger(from)) {
            return others.events(text(from, URL), after, size(from));
        }
        if (from.member(BLOB).isPresent()) {
            blobs.require(ledger, hash(from));
            return blobs.open(ledger, hash(from), size(from));
        }
        Ledger other = ledger(from);
        List<InputStream> parts = exported.parts(caller, other, number(from, JOB));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** The bytes of a file of an event that comes from there; nothing where they are not to be had. */
    Optional<InputStream> file(Caller caller, Json from, EventId event, String file) throws IOException {
        if (isLedger(from)) {
            return others.file(text(from, URL), event, file);
        }
        return from.member(LEDGER).isPresent() ? file(caller, ledger(from), event, file) : Optional.empty();
    }

    private Optional<InputStream> file(Caller caller, Ledger ledger, EventId event, String file) throws IOException {
        access.demand(caller, ledger, Permission.FILES_READ, "Bringing files along");
        try {
            Attachment found =
                    attachments.find(access.sight(caller, ledger), event.id(), OptionalInt.of(event.version()), file);
            return found.source() instanceof Source.Bytes bytes && bytes.hash().isPresent()
                    ? Optional.of(bytes.opening().open(Span.whole(bytes.size())))
                    : Optional.empty();
        } catch (Refusal gone) {
            if (gone.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw gone;
        }
    }

    private static String hash(Json from) {
        String text = text(from, BLOB);
        if (!text.matches(HASH + "[0-9a-f]{64}")) {
            throw new JobRefused("/from/blob", text, "sha256: and 64 digits in hex, as the upload answered");
        }
        return text.substring(HASH.length());
    }

    private Ledger ledger(Json from) {
        String[] parts = text(from, LEDGER).split("/", -1);
        if (parts.length != 2 || !LedgerName.isName(parts[0]) || !LedgerName.isName(parts[1])) {
            throw new JobRefused("/from/ledger", text(from, LEDGER), "organization/environment");
        }
        return ledgers.find(new LedgerName(parts[0], parts[1]));
    }

    private static String text(Json from, String member) {
        return from.member(member)
                .flatMap(Json::text)
                .orElseThrow(() -> new JobRefused("/from/" + member, "no text", WANTED));
    }

    private static long number(Json from, String member) {
        return from.member(member)
                .map(Json::integer)
                .orElse(OptionalLong.empty())
                .orElseThrow(() -> new JobRefused("/from/" + member, "no number", WANTED));
    }
}
