package io.trove.start;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

/** The data directory, claimed for this server by a lock that the operating system drops with the process. */
final class Home {

    private final FileChannel lockFile;

    private Home(FileChannel lockFile) {
        this.lockFile = lockFile;
    }

    static Home claim(Path directory) {
        if (!directory.isAbsolute()) {
            throw new CannotStart(
                    "TROVE_HOME is the relative path " + directory + "; set it to the data directory's absolute path.");
        }
        FileChannel lockFile = open(directory);
        if (!locked(lockFile)) {
            throw new CannotStart("The data directory " + directory + " is in use by another Trove server;"
                    + " stop that one, or set TROVE_HOME to another directory.");
        }
        return new Home(lockFile);
    }

    void release() {
        try {
            lockFile.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException("Cannot close the data directory's lock", unclosable);
        }
    }

    private static FileChannel open(Path directory) {
        try {
            Files.createDirectories(directory);
            Path lock = directory.resolve("lock");
            if (Files.notExists(lock)) {
                closeToOthers(directory);
            }
            return FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException unwritable) {
            throw new CannotStart(
                    "The data directory " + directory + " cannot be written (" + unwritable
                            + "); make it writable for this user, or set TROVE_HOME to another directory.",
                    unwritable);
        }
    }

    /** Only at a first start: what its owner opens later stays open. */
    private static void closeToOthers(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean locked(FileChannel lockFile) {
        try {
            FileLock lock = lockFile.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException mine) {
            return false;
        } catch (IOException unlockable) {
            throw new CannotStart(
                    "The data directory's file system has no file locks (" + unlockable
                            + "); set TROVE_HOME to a directory on a local disk.",
                    unlockable);
        }
    }
}
