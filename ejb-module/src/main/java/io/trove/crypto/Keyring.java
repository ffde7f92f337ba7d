package io.trove.crypto;

import io.trove.refusal.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The private keys that a server holds, the oldest first: those of the setting, or else the files of its data directory.
 * A file is written under a name of its own and never replaced, so that no crash can take a key away.
 */
record Keyring(Path folder, Optional<String> given, Clock clock) {

    private static final String SETTING = "TROVE_SIGNING_KEY";
    private static final String FIRST = "signing.pem";
    private static final String LATER = "signing-[0-9]{13,}-[0-9a-f]{8}\\.pem";
    private static final String ADVICE =
            "give the PKCS#8 form, as PEM or as the base64 between its lines (openssl genpkey -algorithm ed25519)";

    List<SigningKey> keys() {
        return given.isPresent()
                ? texts(given.get()).map(text -> parse(SETTING, text)).toList()
                : files().stream().map(Keyring::read).toList();
    }

    /** Whether the keys are given from outside, so that this server cannot make another. */
    boolean isGiven() {
        return given.isPresent();
    }

    /** Where the keys are, for a sentence. */
    String place() {
        return isGiven() ? SETTING : folder.toString();
    }

    /** A new key, on the disk when this returns. */
    SigningKey make() {
        var key = SigningKey.generate();
        Path file = folder.resolve(files().isEmpty() ? FIRST : later(key));
        try {
            new PrivateFile(file).write(key.pem().getBytes(StandardCharsets.US_ASCII));
        } catch (UncheckedIOException unwritable) {
            throw new CannotStart("The signing key cannot be written to " + file + ": make TROVE_HOME writable, or set "
                    + SETTING + ".");
        }
        return read(file);
    }

    private String later(SigningKey key) {
        return "signing-%d-%s.pem"
                .formatted(
                        clock.millis(),
                        HexFormat.of().formatHex(key.verifyingKey().bytes(), 0, 4));
    }

    /** The first key's file, and behind it those of later ones by the time at which they were made. */
    private List<Path> files() {
        var files = new ArrayList<Path>();
        if (new PrivateFile(folder.resolve(FIRST)).exists()) {
            files.add(folder.resolve(FIRST));
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.list(folder)) {
                all.filter(file -> file.getFileName().toString().matches(LATER))
                        .sorted()
                        .forEach(files::add);
            } catch (IOException unreadable) {
                throw new CannotStart("The signing keys in " + folder + " cannot be listed: let this user read it.");
            }
        }
        return files;
    }

    private static SigningKey read(Path file) {
        try {
            return parse(file.toString(), new String(new PrivateFile(file).read(), StandardCharsets.US_ASCII));
        } catch (UncheckedIOException unreadable) {
            throw new CannotStart("The signing key in " + file + " cannot be read: let only this user read it.");
        }
    }

    /** The keys of a setting: with commas between them, or PEM behind PEM. */
    private static Stream<String> texts(String setting) {
        return Arrays.stream(setting.split(",|(?<=-----END PRIVATE KEY-----)"))
                .filter(text -> !text.replace("\\n", "").isBlank());
    }

    private static SigningKey parse(String where, String pkcs8) {
        try {
            return SigningKey.parse(pkcs8);
        } catch (IllegalArgumentException unusable) {
            throw new CannotStart(where + " holds no Ed25519 private key: " + ADVICE + ".");
        }
    }
}
