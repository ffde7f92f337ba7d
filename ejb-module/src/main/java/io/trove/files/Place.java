package io.trove.files;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where this server keeps blobs, and what it may read beside them.
 *
 * @param home the data directory
 * @param blobs a directory, or {@code s3://bucket/prefix}
 */
record Place(Path home, String blobs) {

    private static final String SERVER = "server-id";
    private static final String ARRIVING = "arriving";
    private static final Pattern BUCKET = Pattern.compile("s3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(.*))?");

    /** What other programs and the system itself keep there is no file of anybody's. */
    private static final List<Path> SYSTEM = List.of(Path.of("/proc"), Path.of("/sys"), Path.of("/dev"));

    boolean isBucket() {
        return blobs.startsWith("s3:");
    }

    BlobStore store(S3 s3) {
        if (isBucket()) {
            Root.OfKeys keys = keys();
            return new S3Store(s3.bucket(keys.bucket()), keys.prefix(), home.resolve(ARRIVING));
        }
        return new DiskStore(directory(), server());
    }

    References references(S3 s3) {
        List<Path> own = isBucket() ? List.of(home) : List.of(home, directory());
        var forbidden = new ArrayList<>(SYSTEM);
        forbidden.addAll(own);
        return new References(
                new Directories(forbidden), s3::bucket, isBucket() ? Optional.of(keys()) : Optional.empty());
    }

    /** The S3 server's address, which may be empty. */
    static Optional<URI> endpoint(Optional<String> text) {
        return text.map(String::strip).filter(each -> !each.isEmpty()).map(each -> {
            if (!each.matches("https?://[^/?#]+/?")) {
                throw new CannotStart(
                        "TROVE_S3_ENDPOINT is " + each + "; set it to an address such as https://s3.example.com.");
            }
            return URI.create(each);
        });
    }

    private Root.OfKeys keys() {
        Matcher bucket = BUCKET.matcher(blobs);
        if (!bucket.matches()) {
            throw new CannotStart("TROVE_BLOBS is " + blobs + "; set it to a directory or to s3:// and a bucket.");
        }
        String prefix = bucket.group(2) == null ? "" : bucket.group(2).replaceFirst("/+$", "");
        return new Root.OfKeys(bucket.group(1), prefix.isEmpty() ? "" : prefix + "/");
    }

    private Path directory() {
        Path directory = Path.of(blobs);
        if (!directory.isAbsolute()) {
            throw new CannotStart("TROVE_BLOBS is the relative path " + blobs + "; set it to an absolute path.");
        }
        return directory;
    }

    /** This server's name in a store that several share: what arrived there by half before it ended is its own to remove. */
    private String server() {
        Path file = home.resolve(SERVER);
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID() + "\n");
            }
            return Files.readString(file).strip();
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The data directory's file " + file + " cannot be written (" + unwritable
                            + "); make TROVE_HOME writable for this user.",
                    unwritable);
        }
    }
}
