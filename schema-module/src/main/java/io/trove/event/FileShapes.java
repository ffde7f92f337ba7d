package io.trove.event;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** The shape of {@code files}: what each says of its bytes, not the bytes. */
final class FileShapes {
    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final String HELD = "trove:";

    private FileShapes() {}

    static void check(JsonNode files, Shape shape, int filesMax) {
        if (!shape.array("/files", files, filesMax)) {
            return;
        }
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < files.size(); i++) {
            String pointer = "/files/" + i;
            String id = check(pointer, files.get(i), shape);
            if (!ids.add(id)) {
                shape.refuse(pointer + "/id", files.get(i).path("id"), "an id that no other file of the event has");
            }
        }
    }

    private static String check(String pointer, JsonNode file, Shape shape) {
        shape.object(pointer, file);
        shape.optionalText(pointer + "/contentType", file.path("contentType"));
        shape.optionalText(pointer + "/filename", file.path("filename"));
        shape.optionalText(pointer + "/data", file.path("data"));
        if (file.has("size")) {
            shape.whole(pointer + "/size", file.path("size"), 0, Long.MAX_VALUE);
        }
        JsonNode hash = file.path("hash");
        if (file.has("hash") && !HASH.matcher(hash.asString("")).matches()) {
            shape.refuse(pointer + "/hash", hash, "sha256: and 64 lower-case hex digits");
        }
        JsonNode isReference = file.path("isReference");
        if (file.has("isReference") && !isReference.isBoolean()) {
            shape.refuse(pointer + "/isReference", isReference, "true or false");
        }
        if (isReference.asBoolean(false) && !file.path("data").isString()) {
            shape.refuse(pointer + "/data", file.path("data"), "where the bytes are, because it is a reference");
        } else if (isReference.asBoolean(false)) {
            shape.identifier(pointer + "/data", file.path("data"), Bounds.LOCATOR_BYTES_MAX);
        }
        return shape.identifier(pointer + "/id", file.path("id"), Bounds.FILE_ID_BYTES_MAX);
    }

    /** The length of what files carry as their content, which the event is not to keep. */
    static int inlineLength(JsonNode files) {
        int length = 0;
        for (JsonNode file : files) {
            String data = file.path("data").asString("");
            if (!file.path("isReference").asBoolean(false) && !data.startsWith(HELD)) {
                length += data.length();
            }
        }
        return length;
    }
}
