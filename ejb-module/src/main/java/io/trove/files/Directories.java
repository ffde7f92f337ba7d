package io.trove.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.List;
import java.util.Set;

/**
 * Opens files below a directory and nowhere else. The way is gone name by name, each in the directory that was opened
 * before, and no link is followed: what somebody changes on the way meanwhile leads nowhere else.
 */
final class Directories {

    private final List<Path> forbidden;

    /** Nothing in these directories is ever opened, nor a directory that holds one of them granted. */
    Directories(List<Path> forbidden) {
        this.forbidden = forbidden.stream().map(Directories::real).toList();
    }

    private static Path real(Path directory) {
        try {
            return directory.toRealPath();
        } catch (IOException notThere) {
            return directory.toAbsolutePath().normalize();
        }
    }

    /** Whether files below this directory may be read: it is one, under its own name, and has nothing to do with what is forbidden. */
    boolean mayBeRoot(Path directory) {
        try {
            return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
                    && directory.toRealPath().equals(directory)
                    && forbidden.stream().noneMatch(own -> own.startsWith(directory) || directory.startsWith(own));
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Opens a regular file; an IOException for everything else, and for what lies outside. */
    SeekableByteChannel open(Path root, Path file) throws IOException {
        if (!mayBeRoot(root) || !file.normalize().equals(file) || !file.startsWith(root) || file.equals(root)) {
            throw new BlobMissing(file.toString(), null);
        }
        try (DirectoryStream<Path> opened = Files.newDirectoryStream(root)) {
            if (opened instanceof SecureDirectoryStream<Path> secure) {
                return open(secure, root.relativize(file));
            }
            throw new BlobMissing("this file system cannot open names in a directory", null);
        }
    }

    private static SeekableByteChannel open(SecureDirectoryStream<Path> directory, Path names) throws IOException {
        Path first = names.getName(0);
        if (names.getNameCount() > 1) {
            try (SecureDirectoryStream<Path> next = directory.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
                return open(next, names.subpath(1, names.getNameCount()));
            }
        }
        boolean isFile = directory
                .getFileAttributeView(first, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                .readAttributes()
                .isRegularFile();
        if (!isFile) {
            throw new BlobMissing(first + " is no regular file", null);
        }
        return directory.newByteChannel(first, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    }
}
