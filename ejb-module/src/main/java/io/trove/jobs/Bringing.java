package io.trove.jobs;

import io.trove.event.EventId;
import io.trove.event.Json;
import io.trove.files.Arrival;
import io.trove.files.Blobs;
import io.trove.refusal.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Brings the bytes of imported events' files along from where the events come from, each held against the hash that its event
 * says. Where they are not to be had, the event comes without.
 */
@ApplicationScoped
class Bringing {

    private static final String FILES = "files";
    private static final String DATA = "data";
    private static final String PREFIX = "sha256:";
    private static final Pattern HASH = Pattern.compile(PREFIX + "[0-9a-f]{64}");
    private static final int TOO_LARGE = 413;

    @Inject
    private Blobs blobs;

    @Inject
    private Sources sources;

    /** An event whose files name the bytes that are here by now, and how many of them do. */
    record Brought(Json event, long files) {}

    /** {@link FileNotBrought} when bytes are not those that the event says. */
    Brought with(Job job, Json from, Json event) throws IOException {
        Optional<EventId> id = id(event);
        if (id.isEmpty() || event.member(FILES).isEmpty()) {
            return new Brought(event, 0);
        }
        var files = new ArrayList<Json>();
        long brought = 0;
        for (Json file : event.member(FILES).get().items()) {
            Optional<String> hash = hash(file);
            if (hash.isPresent() && isHere(job, from, id.get(), file, hash.get())) {
                Map<String, Object> members = new TreeMap<>(file.members());
                members.put(DATA, "trove:" + PREFIX + hash.get());
                files.add(Json.object(members));
                brought++;
            } else {
                files.add(file);
            }
        }
        return new Brought(event.merged(Json.object(Map.of(FILES, List.copyOf(files)))), brought);
    }

    private static Optional<EventId> id(Json event) {
        return event.at("/id/id")
                .flatMap(Json::text)
                .flatMap(id -> event.at("/id/version")
                        .map(Json::integer)
                        .filter(version -> version.isPresent() && version.getAsLong() <= Integer.MAX_VALUE)
                        .map(version -> new EventId(id, (int) version.getAsLong())));
    }

    /** The hash of a file that is described and not given. */
    private static Optional<String> hash(Json file) {
        return file.member("hash")
                .flatMap(Json::text)
                .filter(hash -> HASH.matcher(hash).matches())
                .filter(hash -> file.member(DATA).isEmpty())
                .map(hash -> hash.substring(PREFIX.length()));
    }

    private boolean isHere(Job job, Json from, EventId event, Json file, String hash) throws IOException {
        if (blobs.brought(job.ledger(), job.caller(), hash).isPresent()) {
            return true;
        }
        String name = file.member("id").flatMap(Json::text).orElse("");
        Optional<InputStream> there = sources.file(job.caller(), from, event, name);
        if (there.isEmpty()) {
            return false;
        }
        try (InputStream in = there.get();
                Arrival arrival = blobs.receive(in, Set.of())) {
            if (!arrival.hash().equals(hash)) {
                throw FileNotBrought.differs(name, arrival.hash(), hash);
            }
            blobs.keep(job.ledger(), job.caller(), arrival);
            return true;
        } catch (Refusal refusal) {
            throw refusal.status() == TOO_LARGE ? FileNotBrought.because(name, refusal) : refusal;
        }
    }
}
