package io.trove.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.trove.refusal.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @Test
    void a_relative_directory_is_none() {
        var refused = assertThrows(CannotStart.class, () -> Home.claim(Path.of("data")));
        assertEquals(
                "TROVE_HOME is the relative path data; set it to the data directory's absolute path.",
                refused.getMessage());
    }

    @Test
    void a_directory_is_claimed_once_until_it_is_released(@TempDir Path directory) {
        Home home = Home.claim(directory);
        assertThrows(CannotStart.class, () -> Home.claim(directory));
        home.release();
        Home.claim(directory).release();
    }
}
