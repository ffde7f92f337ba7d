package io.trove.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for all servers of these tests: making one takes each start a second and a half of a processor. */
final class Certificate {

    static final String PASSWORD = "of the certificate";

    private static final Path FILE = make();

    private Certificate() {}

    static String file() {
        return FILE.toString();
    }

    private static Path make() {
        try {
            Path sites = Files.createDirectories(Path.of("target", "sites").toAbsolutePath());
            Path file = Files.createTempDirectory(sites, "certificate-").resolve("tls.p12");
            Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            Process process = new ProcessBuilder(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            "default",
                            "-keyalg",
                            "EC",
                            "-storetype",
                            "PKCS12",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "SAN=dns:localhost",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD)
                    .inheritIO()
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool made no certificate");
            }
            return file;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ended);
        }
    }
}
