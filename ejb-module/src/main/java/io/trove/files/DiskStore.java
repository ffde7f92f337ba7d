package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;

/** Blobs in a directory: {@code ledger/first two digits/hash}. A blob is there whole or not at all, also after a crash. */
final class DiskStore implements BlobStore {

    private static final String NAME = "store-id";
    private static final String ARRIVING = "arriving";

    private final Path root;
    private final String server;

    /** The store in this directory, for the server of this name. */
    DiskStore(Path root, String server) {
        this.root = root;
        this.server = server;
    }

    /** A link appears whole and never replaces another, so that of two who make the name at once one wins. */
    @Override
    public String name() throws IOException {
        Path file = root.resolve(NAME);
        if (!Files.exists(file)) {
            Files.createDirectories(arriving());
            Path made = Files.createTempFile(arriving(), "name", "");
            Files.writeString(made, UUID.randomUUID() + "\n");
            sync(made, StandardOpenOption.WRITE);
            try {
                Files.createLink(file, made);
            } catch (FileAlreadyExistsException another) {
                return Files.readString(file).strip();
            } finally {
                Files.delete(made);
            }
            sync(root, StandardOpenOption.READ);
        }
        return Files.readString(file).strip();
    }

    @Override
    public Path arriving() {
        return root.resolve(ARRIVING).resolve(server);
    }

    @Override
    public void keep(Blob blob, Path arrived) throws IOException {
        Path target = place(blob);
        makeDirectory(target.getParent());
        Files.move(arrived, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(target.getParent(), StandardOpenOption.READ);
    }

    @Override
    public OptionalLong size(Blob blob) throws IOException {
        try {
            return OptionalLong.of(Files.size(place(blob)));
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        }
    }

    @Override
    public InputStream open(Blob blob, Span span) throws IOException {
        Path place = place(blob);
        try {
            FileChannel channel = FileChannel.open(place, StandardOpenOption.READ);
            return opened(channel, place, span);
        } catch (NoSuchFileException missing) {
            throw new BlobMissing(place.toString(), missing);
        }
    }

    private static InputStream opened(FileChannel channel, Path place, Span span) throws IOException {
        try {
            if (channel.size() < span.end()) {
                throw new BlobMissing(place.toString(), null);
            }
            channel.position(span.from());
            return new Excerpt(Channels.newInputStream(channel), span.length());
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public void delete(Blob blob) throws IOException {
        Files.deleteIfExists(place(blob));
    }

    private Path place(Blob blob) {
        return root.resolve(blob.ledgerUid())
                .resolve(blob.hash().substring(0, 2))
                .resolve(blob.hash());
    }

    /** A directory is on disk when its name is in its parent, on disk. */
    private static void makeDirectory(Path directory) throws IOException {
        if (Files.isDirectory(directory)) {
            return;
        }
        makeDirectory(directory.getParent());
        try {
            Files.createDirectory(directory);
        } catch (FileAlreadyExistsException another) {
            if (!Files.isDirectory(directory)) {
                throw another;
            }
        }
        sync(directory.getParent(), StandardOpenOption.READ);
    }

    private static void sync(Path file, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(file, mode)) {
            channel.force(true);
        }
    }
}
