package io.trove.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server with one bucket, which may go away and come back where it was. */
public final class S3 implements AutoCloseable {

    private static final String BUCKET = "files";
    private static final String LOST = "lost-files";
    private static final String ID = "an-identity";
    private static final String SECRET = "a-secret";

    private final Path directory;
    private final URI address;
    private S3Proxy running;

    private S3(Path directory, URI address) {
        this.directory = directory;
        this.address = address;
    }

    /** A new one, running. */
    public static S3 start() {
        try {
            Path directory = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "s3-");
            Files.createDirectories(directory.resolve(BUCKET));
            var s3 = new S3(directory, URI.create("http://127.0.0.1:" + FreePort.next()));
            s3.comeBack();
            return s3;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The site with its files here. */
    public Site storeOf(Site site) {
        return site.with("TROVE_BLOBS", "s3://" + BUCKET + "/trove")
                .with("TROVE_S3_ENDPOINT", address.toString())
                .with("AWS_ACCESS_KEY_ID", ID)
                .with("AWS_SECRET_ACCESS_KEY", SECRET);
    }

    /** Puts an object into the bucket, by another way than Trove's. */
    public void put(String key, byte[] content) {
        Path file = directory.resolve(BUCKET).resolve(key);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How a reference names an object, or what begins with its key. */
    public String locator(String key) {
        return "s3://" + BUCKET + "/" + key;
    }

    /** Its bucket is gone, with everything in it. */
    public void loseBucket() {
        move(directory.resolve(BUCKET), directory.resolve(LOST));
    }

    /** The bucket is back as it was. */
    public void findBucket() {
        move(directory.resolve(LOST), directory.resolve(BUCKET));
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Is gone. */
    public void goAway() {
        try {
            running.stop();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Is back, with everything that it had. */
    public void comeBack() {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", directory.toString());
        running = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .endpoint(address)
                .awsAuthentication(AuthenticationType.AWS_V4, ID, SECRET)
                .build();
        try {
            running.start();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        goAway();
    }
}
