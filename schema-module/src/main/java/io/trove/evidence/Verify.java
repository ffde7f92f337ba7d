package io.trove.evidence;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The verifier from the command line. It ends with 0 when everything holds, with 1 and a sentence for each thing that does
 * not, and with 2 when it was not told what to check.
 */
public final class Verify {

    private static final int HOLDS = 0;
    private static final int FAILS = 1;
    private static final int NOT_ASKED = 2;
    private static final long FILE_BYTES_MAX = 1L << 30;

    private static final String USAGE = """
            Checks evidence that a Trove server gave, without a server.

              java -jar trove-verify.jar FILE --key KEY [--key KEY…] [--witness KEY…] [--from CHECKPOINT]

              FILE               a file of evidence, or a C2SP tlog-proof of one event
              --key KEY          a key that you trust the ledger to sign with: name+id+base64, or base64 alone
              --witness KEY      a witness whose cosignature you demand: name+id+base64
              --from CHECKPOINT  a file with an older checkpoint: the ledger must only have grown since

            Ends with 0 when everything holds, with 1 when anything does not, with 2 when it could not check.
            """;

    private final List<TrustedKey> keys = new ArrayList<>();
    private final List<NoteKey> witnesses = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final List<Path> older = new ArrayList<>();

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), utf8(System.out), utf8(System.err)));
    }

    private static PrintStream utf8(PrintStream terminal) {
        return new PrintStream(terminal, true, StandardCharsets.UTF_8);
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        var verify = new Verify();
        try {
            verify.read(arguments.iterator());
            return verify.check(out, err);
        } catch (EvidenceInvalid wrong) {
            err.println(wrong.getMessage());
        } catch (IOException unreadable) {
            err.println("Cannot read " + unreadable.getMessage());
        }
        err.println();
        err.print(USAGE);
        return NOT_ASKED;
    }

    private void read(Iterator<String> arguments) {
        while (arguments.hasNext()) {
            String argument = arguments.next();
            switch (argument) {
                case "--key" -> keys.add(TrustedKey.parse(value(argument, arguments)));
                case "--witness" -> witnesses.add(NoteKey.parse(value(argument, arguments)));
                case "--from" -> older.add(Path.of(value(argument, arguments)));
                default -> {
                    if (argument.startsWith("-")) {
                        throw new EvidenceInvalid("There is no option " + argument);
                    }
                    files.add(Path.of(argument));
                }
            }
        }
        if (files.size() != 1 || keys.isEmpty() || older.size() > 1) {
            throw new EvidenceInvalid("Name one file, at least one --key, and at most one --from");
        }
    }

    private static String value(String option, Iterator<String> arguments) {
        if (!arguments.hasNext()) {
            throw new EvidenceInvalid("Something is missing after " + option);
        }
        return arguments.next();
    }

    private int check(PrintStream out, PrintStream err) throws IOException {
        Verifier verifier =
                Verifier.trusting(keys.toArray(TrustedKey[]::new)).witnessedBy(witnesses.toArray(NoteKey[]::new));
        if (!older.isEmpty()) {
            verifier = verifier.grownFrom(SignedNote.parse(bytes(older.get(0))));
        }
        Verdict verdict = verifier.check(bytes(files.get(0)));
        verdict.holding().forEach(out::println);
        verdict.failures().forEach(err::println);
        verdict.unchecked()
                .forEach(member -> out.println(
                        "Not all of \"%s\" could be checked without an older checkpoint or key.".formatted(member)));
        out.println(verdict.holds() ? "Everything holds." : "Not everything holds.");
        return verdict.holds() ? HOLDS : FAILS;
    }

    private static byte[] bytes(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX) {
            throw new EvidenceInvalid("The file " + file + " is larger than a gigabyte");
        }
        return Files.readAllBytes(file);
    }
}
