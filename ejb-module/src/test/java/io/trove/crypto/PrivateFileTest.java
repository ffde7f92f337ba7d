package io.trove.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PrivateFileTest {

    @TempDir
    Path home;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void only_its_owner_reads_the_file_and_its_folder() throws IOException {
        PrivateFile file = new PrivateFile(home.resolve("keys").resolve("signing.pem"));
        file.write("secret".getBytes(UTF_8));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("keys"))));
    }

    @Test
    void a_second_write_replaces_the_first() {
        PrivateFile file = new PrivateFile(home.resolve("password"));
        assertFalse(file.exists());
        file.write("first".getBytes(UTF_8));
        file.write("second".getBytes(UTF_8));
        assertArrayEquals("second".getBytes(UTF_8), file.read());
    }

    @Test
    void nothing_but_the_file_is_left_in_its_folder() throws IOException {
        PrivateFile file = new PrivateFile(home.resolve("key"));
        file.write("content".getBytes(UTF_8));
        try (var left = Files.list(home)) {
            assertEquals(List.of(file.path()), left.toList());
        }
        file.delete();
        assertFalse(file.exists());
    }

    @Test
    void a_place_that_cannot_be_written_is_named() throws IOException {
        Path occupied = Files.createFile(home.resolve("occupied"));
        PrivateFile file = new PrivateFile(occupied.resolve("key"));
        UncheckedIOException failure = assertThrows(UncheckedIOException.class, () -> file.write(new byte[1]));
        assertEquals("Cannot write " + file.path(), failure.getMessage());
    }
}
