package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Follows references into the roots that a ledger was granted. */
final class References {

    private final Directories directories;
    private final Function<String, Bucket> buckets;
    private final Optional<Root.OfKeys> own;

    /** {@code buckets}: the bucket of a name; {@code own}: where Trove keeps its blobs, when that is in a bucket. */
    References(Directories directories, Function<String, Bucket> buckets, Optional<Root.OfKeys> own) {
        this.directories = directories;
        this.buckets = buckets;
        this.own = own;
    }

    /** The root that the locator leads into, if it leads into one. */
    static Optional<Root> root(List<Root> roots, Locator locator) {
        return roots.stream().filter(root -> root.covers(locator)).findFirst();
    }

    /** Whether a root may be granted at all. */
    boolean mayBeGranted(Root root) {
        return root instanceof Root.OfDirectory directory
                ? directories.mayBeRoot(directory.path())
                : own.filter(store -> store.meets((Root.OfKeys) root)).isEmpty();
    }

    private Bucket bucket(Root root, Locator.OfObject object) throws BlobMissing {
        if (!mayBeGranted(root)) {
            throw new BlobMissing(object.toString(), null);
        }
        return buckets.apply(object.bucket());
    }

    /** How many bytes are there now; {@link BlobMissing} when there is nothing that may be read. */
    long size(Root root, Locator locator) throws IOException {
        if (locator instanceof Locator.OfObject object) {
            return bucket(root, object).size(object.key()).orElseThrow(() -> new BlobMissing(object.toString(), null));
        }
        try (SeekableByteChannel file = file(root, locator)) {
            return file.size();
        }
    }

    /** A part of what is there now. */
    InputStream open(Root root, Locator locator, Span span) throws IOException {
        if (locator instanceof Locator.OfObject object) {
            return bucket(root, object).open(object.key(), span);
        }
        SeekableByteChannel file = file(root, locator);
        try {
            file.position(span.from());
            return new Excerpt(Channels.newInputStream(file), span.length());
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure;
        }
    }

    /** What keeps a file of this machine from being opened is never told apart: it is not there. */
    private SeekableByteChannel file(Root root, Locator locator) throws IOException {
        if (!(root instanceof Root.OfDirectory directory) || !(locator instanceof Locator.OfFile file)) {
            throw new BlobMissing("no file of this machine", null);
        }
        try {
            return directories.open(directory.path(), file.path());
        } catch (BlobMissing missing) {
            throw missing;
        } catch (IOException | SecurityException unreadable) {
            throw new BlobMissing(file.path().toString(), unreadable);
        }
    }
}
