package io.trove.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyTest {

    @TempDir
    private Path directory;

    private final SampleLedger ledger = SampleLedger.with(20);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void it_ends_with_0_when_everything_holds() throws IOException {
        Path evidence = file("evidence.trove", ledger.grown(9, 20).write());
        Path older = file("old.checkpoint", ledger.checkpoint(9).print().getBytes(StandardCharsets.UTF_8));
        assertEquals(0, run(evidence.toString(), "--key", ledger.key().text(), "--from", older.toString()));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("The ledger only grew from 9 events to 20."));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void it_ends_with_1_and_a_sentence_when_something_does_not() throws IOException {
        Path evidence = file("evidence.trove", ledger.evidence(20, 3L).write());
        assertEquals(
                1, run(evidence.toString(), "--key", SampleLedger.with(1).key().text()));
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("is not signed by a key that was given."));
    }

    @Test
    void it_ends_with_2_when_it_could_not_check() throws IOException {
        Path evidence = file("evidence.trove", ledger.evidence(20, 3L).write());
        for (List<String> arguments : List.of(
                List.<String>of(),
                List.of(evidence.toString()),
                List.of("--key", ledger.key().text()),
                List.of(evidence.toString(), "--key"),
                List.of(evidence.toString(), "--key", "nonsense"),
                List.of(evidence.toString(), "--kee", ledger.key().text()),
                List.of(
                        directory.resolve("absent").toString(),
                        "--key",
                        ledger.key().text()))) {
            assertEquals(2, run(arguments.toArray(String[]::new)), arguments::toString);
        }
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(directory.resolve(name), bytes);
    }

    private int run(String... arguments) {
        return Verify.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
