package io.trove.api;

import io.trove.event.Draft;
import io.trove.event.EventId;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.ledger.Append;
import io.trove.ledger.Appender;
import io.trove.ledger.IdTaken;
import io.trove.ledger.Receipt;
import io.trove.ledger.VersionGap;
import io.trove.query.Found;
import io.trove.query.Query;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Appends the version of an event that follows the newest one. */
@ApplicationScoped
public class Versions {
    /** How often somebody else may have been quicker. */
    private static final int TRIES_MAX = 50;

    /** A version that no version precedes, so that only a request that had its effect before is answered. */
    private static final int NEVER = Integer.MAX_VALUE;

    @Inject
    private Query query;

    @Inject
    private Appender appender;

    /** With what was seen, as If-Match says it: after that version or not at all; without: after the newest one. */
    Receipt append(Visits.Visit visit, String id, Optional<String> ifMatch, Draft draft, Function<Draft, Append> sent) {
        Function<Draft, Append> request = each -> sent.apply(each).onCondition(ifMatch);
        requireSame(id, draft);
        for (var tries = 1; tries < TRIES_MAX; tries++) {
            var newest = newest(visit, id);
            if (!isSeen(ifMatch, newest)) {
                return again(visit, id, ifMatch.orElseThrow(), draft, request)
                        .orElseThrow(() -> new EventMoved(id, ifMatch.orElseThrow()));
            }
            var receipt = tried(visit, request, draft.asVersion(new EventId(id, newest.version() + 1)));
            if (receipt.isPresent()) {
                return receipt.get();
            }
        }
        return append(
                visit,
                request,
                draft.asVersion(new EventId(id, newest(visit, id).version() + 1)));
    }

    /**
     * The first answer, when this request had its effect before: by its key, or because its content is that of the version
     * after the one that was seen.
     */
    private Optional<Receipt> again(
            Visits.Visit visit, String id, String ifMatch, Draft draft, Function<Draft, Append> request) {
        return tried(visit, request, draft.asVersion(new EventId(id, NEVER)))
                .or(() -> Tags.strong(ifMatch).stream()
                        .flatMap(tag -> Digests.ofTag(tag).stream())
                        .flatMapToInt(digest -> query.version(visit.sight(), id, digest).stream())
                        .mapToObj(seen -> tried(visit, request, draft.asVersion(new EventId(id, seen + 1))))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<Receipt> tried(Visits.Visit visit, Function<Draft, Append> request, Draft draft) {
        try {
            return Optional.of(append(visit, request, draft));
        } catch (IdTaken | VersionGap somebodyWasQuicker) {
            return Optional.empty();
        }
    }

    private Receipt append(Visits.Visit visit, Function<Draft, Append> request, Draft draft) {
        return appender.append(visit.ledger(), visit.caller(), request.apply(draft))
                .get(0);
    }

    private record Newest(int version, String tag) {}

    private Newest newest(Visits.Visit visit, String id) {
        Found found = query.find(visit.sight(), id, OptionalInt.empty());
        var version = Json.parse(found.document()).at("/id/version").orElseThrow();
        return new Newest(Math.toIntExact(version.integer().orElseThrow()), Digests.tag(found.digest()));
    }

    private static boolean isSeen(Optional<String> ifMatch, Newest newest) {
        return ifMatch.isEmpty() || Tags.strongly(ifMatch.get(), newest.tag());
    }

    private static void requireSame(String id, Draft draft) {
        draft.id().ifPresent(given -> {
            if (!given.id().equals(id)) {
                throw new Invalid("/id/id", "\"" + given.id() + "\"", "\"" + id + "\", as in the address, or nothing");
            }
            if (given.version() != 1) {
                throw new Invalid(
                        "/id/version", Integer.toString(given.version()), "nothing: it follows the newest one");
            }
        });
    }
}
