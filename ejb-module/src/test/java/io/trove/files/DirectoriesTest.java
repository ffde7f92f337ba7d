package io.trove.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DirectoriesTest {

    private static final String SECRET = "secret";

    private Path root;
    private Path outside;
    private Path own;
    private Directories directories;

    @BeforeEach
    void make(@TempDir Path temporary) throws IOException {
        Path real = temporary.toRealPath();
        root = Files.createDirectories(real.resolve("root"));
        outside = Files.createDirectories(real.resolve("outside"));
        own = Files.createDirectories(real.resolve("trove/home"));
        Files.writeString(outside.resolve(SECRET), SECRET);
        Files.writeString(own.resolve(SECRET), SECRET);
        directories = new Directories(List.of(own, Path.of("/dev"), Path.of("/proc")));
    }

    private String read(Path file) throws IOException {
        try (var channel = directories.open(root, file)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void a_file_below_the_root_is_read() throws IOException {
        Files.writeString(Files.createDirectories(root.resolve("a/b")).resolve("c"), "content");
        assertEquals("content", read(root.resolve("a/b/c")));
    }

    @Test
    void a_link_leads_nowhere_whatever_it_points_at() throws IOException {
        Files.writeString(root.resolve("inside"), "content");
        Files.createSymbolicLink(root.resolve("to-secret"), outside.resolve(SECRET));
        Files.createSymbolicLink(root.resolve("to-inside"), root.resolve("inside"));
        Files.createSymbolicLink(root.resolve("to-outside"), outside);
        assertThrows(IOException.class, () -> read(root.resolve("to-secret")));
        assertThrows(IOException.class, () -> read(root.resolve("to-inside")));
        assertThrows(IOException.class, () -> read(root.resolve("to-outside").resolve(SECRET)));
    }

    @Test
    void dots_lead_nowhere() {
        assertThrows(IOException.class, () -> read(root.resolve("../outside/secret")));
        assertThrows(IOException.class, () -> read(Path.of(root + "/a/../../outside/secret")));
        assertThrows(IOException.class, () -> read(outside.resolve(SECRET)));
        assertThrows(IOException.class, () -> read(root));
    }

    @Test
    void what_is_no_regular_file_is_not_opened() throws Exception {
        Files.createDirectories(root.resolve("directory"));
        assertThrows(IOException.class, () -> read(root.resolve("directory")));
        assertThrows(IOException.class, () -> read(root.resolve("missing")));
        var made = new ProcessBuilder("mkfifo", root.resolve("pipe").toString()).start();
        assertTrue(made.waitFor(10, TimeUnit.SECONDS));
        assertEquals(0, made.exitValue());
        assertThrows(IOException.class, () -> read(root.resolve("pipe")));
    }

    @Test
    void devices_and_what_the_system_shows_as_files_are_not_opened() {
        assertThrows(IOException.class, () -> directories.open(Path.of("/dev"), Path.of("/dev/zero")));
        assertThrows(IOException.class, () -> directories.open(Path.of("/proc"), Path.of("/proc/self/environ")));
        assertFalse(directories.mayBeRoot(Path.of("/")));
        assertFalse(directories.mayBeRoot(Path.of("/dev")));
    }

    @Test
    void troves_own_directory_is_no_root_nor_what_holds_it_nor_what_lies_in_it() throws IOException {
        assertTrue(directories.mayBeRoot(root));
        assertFalse(directories.mayBeRoot(own));
        assertFalse(directories.mayBeRoot(own.getParent()));
        assertFalse(directories.mayBeRoot(Files.createDirectories(own.resolve("below"))));
        assertFalse(directories.mayBeRoot(Files.createSymbolicLink(root.resolve("home"), own)));
        assertThrows(IOException.class, () -> directories.open(own, own.resolve(SECRET)));
        assertThrows(IOException.class, () -> directories.open(own.getParent(), own.resolve(SECRET)));
    }

    @Test
    void a_root_that_became_a_link_leads_nowhere() throws IOException {
        Files.delete(root);
        Files.createSymbolicLink(root, outside);
        assertThrows(IOException.class, () -> read(root.resolve(SECRET)));
    }
}
