package io.trove.files;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server over a directory, which may go away and come back on its port. */
final class S3Server implements AutoCloseable {

    static final String BUCKET = "files";

    private static final String ID = "local-identity";
    private static final String SECRET = "local-credential";

    private final Path directory;
    private final int port;
    private S3Proxy running;

    private S3Server(Path directory, int port) {
        this.directory = directory;
        this.port = port;
    }

    static S3Server in(Path directory) throws Exception {
        System.setProperty("aws.accessKeyId", ID);
        System.setProperty("aws.secretAccessKey", SECRET);
        Files.createDirectories(directory.resolve(BUCKET));
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var server = new S3Server(directory, free.getLocalPort());
            free.close();
            server.start();
            return server;
        }
    }

    void start() throws Exception {
        var properties = new Properties();
        properties.setProperty("jclouds.filesystem.basedir", directory.toString());
        running = S3Proxy.builder()
                .blobStore(BlobStores.create("filesystem-nio2", properties))
                .endpoint(endpoint())
                .awsAuthentication(AuthenticationType.AWS_V4, ID, SECRET)
                .build();
        running.start();
    }

    void stop() throws Exception {
        running.stop();
    }

    /** Where the objects of the bucket lie. */
    Path bucket() {
        return directory.resolve(BUCKET);
    }

    void loseBucket() throws IOException {
        Files.move(bucket(), lost());
    }

    void findBucket() throws IOException {
        Files.move(lost(), bucket());
    }

    private Path lost() {
        return directory.resolveSibling("lost");
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    S3 s3() {
        return new S3(Optional.of(endpoint()), "us-east-1");
    }

    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (Exception failure) {
            throw new IOException(failure);
        }
    }
}
