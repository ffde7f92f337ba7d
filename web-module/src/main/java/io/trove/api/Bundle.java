package io.trove.api;

import io.trove.event.BoundedBytes;
import io.trove.event.Invalid;
import io.trove.event.Json;
import io.trove.files.Arrival;
import io.trove.files.FileRefused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An event and its files in one form: the part {@code event}, and a part a file, whose name is the file's id. */
final class Bundle implements AutoCloseable {
    private static final String EVENT = "event";

    private final Map<String, File> files = new LinkedHashMap<>();
    private Optional<Json> event = Optional.empty();

    private record File(PartHeaders headers, Arrival arrival) {}

    /** Takes in the bytes of a file. */
    interface Receiving {
        Arrival receive(InputStream in) throws IOException;
    }

    /** Reads all parts; the bytes of files are written down as they come. */
    static Bundle read(Multipart parts, int filesMax, long eventBytesMax, Receiving receiving) throws IOException {
        var bundle = new Bundle();
        try {
            for (var part = parts.next(); part.isPresent(); part = parts.next()) {
                bundle.take(part.get(), filesMax, eventBytesMax, receiving);
            }
            return bundle;
        } catch (IOException | RuntimeException failure) {
            bundle.close();
            throw failure;
        }
    }

    private void take(Multipart.Part part, int filesMax, long eventBytesMax, Receiving receiving) throws IOException {
        var name = part.headers().name();
        if (name.equals(EVENT) && event.isEmpty()) {
            part.headers().contentType().ifPresent(JsonCharset::require);
            event = Optional.of(Json.parse(BoundedBytes.read(part.content(), eventBytesMax)));
            return;
        }
        if (name.equals(EVENT) || files.containsKey(name)) {
            throw new NotMultipart("one part of the name \"" + name + "\"");
        }
        if (files.size() == filesMax) {
            throw new NotMultipart("at most " + filesMax + " files");
        }
        files.put(name, new File(part.headers(), receiving.receive(part.content())));
    }

    /** The event, whose files are said to be what has arrived; refused when that is not so. */
    Json event() {
        var said = event.orElseThrow(() -> new NotMultipart("a part \"event\" with the event as JSON"));
        var members = new LinkedHashMap<String, Object>(said.members());
        var told = said.member("files").map(Json::items).orElse(List.of());
        var whole = new ArrayList<Object>();
        var open = new ArrayList<>(files.keySet());
        for (var i = 0; i < told.size(); i++) {
            var id = told.get(i).member("id").flatMap(Json::text).orElse("");
            open.remove(id);
            if (files.containsKey(id)) {
                whole.add(whole(i, told.get(i), files.get(id)));
            } else {
                requireBytes(i, id, told.get(i));
                whole.add(told.get(i));
            }
        }
        if (!open.isEmpty()) {
            throw new Invalid(
                    "/files",
                    "no file \"" + open.get(0) + "\"",
                    "a file of this id, because there is a part of that name");
        }
        if (!whole.isEmpty()) {
            members.put("files", whole);
        }
        return said.isObject() ? Json.object(members) : said;
    }

    /** Who sends a form sends bytes: of a file that has neither a part nor data, the part was forgotten. */
    private static void requireBytes(int index, String id, Json told) {
        var isReference = told.member("isReference").equals(Optional.of(Json.of(true)));
        if (!id.isEmpty() && !isReference && told.member("data").isEmpty()) {
            throw new FileRefused(
                    0,
                    "/files/" + index,
                    "neither a part \"" + id + "\" nor data",
                    "a part of the name \"" + id + "\" with the bytes of the file");
        }
    }

    private static Map<String, Object> whole(int index, Json told, File file) {
        var pointer = "/files/" + index + "/";
        told.member("data").ifPresent(data -> {
            throw new FileRefused(0, pointer + "data", "a value", "nothing: the part of the file's name has the bytes");
        });
        told.member("size")
                .filter(size -> size.integer().orElse(-1) != file.arrival().size())
                .ifPresent(size -> {
                    throw new FileRefused(
                            0, pointer + "size", file.arrival().size() + " bytes", size + ", as it is said");
                });
        var hash = "sha256:" + file.arrival().hash();
        told.member("hash")
                .filter(said -> !said.text().equals(Optional.of(hash)))
                .ifPresent(said -> {
                    throw new FileRefused(0, pointer + "hash", hash, said + ", as it is said");
                });
        var members = new LinkedHashMap<String, Object>(told.members());
        file.headers().filename().ifPresent(name -> members.putIfAbsent("filename", name));
        file.headers().contentType().ifPresent(type -> members.putIfAbsent("contentType", type));
        members.put("data", "trove:" + hash);
        return members;
    }

    List<Arrival> arrivals() {
        return files.values().stream().map(File::arrival).toList();
    }

    /** Forgets what was not kept. */
    @Override
    public void close() {
        files.values().forEach(file -> file.arrival().close());
    }
}
