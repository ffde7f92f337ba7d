package io.trove.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Blobs in a bucket, each an object that is there whole or not at all; the server checks its SHA-256. */
final class S3Store implements BlobStore {

    private static final String NAME = "store-id";
    private static final int NAME_BYTES_MAX = 100;
    private static final int THERE_ALREADY = 412;
    private static final int BEING_MADE = 409;

    private final Bucket bucket;
    private final String prefix;
    private final Path arriving;

    /** The store under this prefix, empty or with a slash at its end; what arrives for it waits in a directory. */
    S3Store(Bucket bucket, String prefix, Path arriving) {
        this.bucket = bucket;
        this.prefix = prefix;
        this.arriving = arriving;
    }

    /** An object is made only where none is, so that of two who make the name at once one wins. */
    @Override
    public String name() throws IOException {
        Optional<String> there = readName();
        if (there.isPresent()) {
            return there.get();
        }
        String key = prefix + NAME;
        try {
            bucket.client()
                    .putObject(
                            request -> request.bucket(bucket.name()).key(key).ifNoneMatch("*"),
                            RequestBody.fromString(UUID.randomUUID().toString()));
        } catch (S3Exception failure) {
            if (failure.statusCode() != THERE_ALREADY && failure.statusCode() != BEING_MADE) {
                throw new IOException("s3://" + bucket.name() + "/" + key + ": " + failure.getMessage(), failure);
            }
        } catch (SdkException failure) {
            throw new IOException("s3://" + bucket.name() + "/" + key + ": " + failure.getMessage(), failure);
        }
        return readName().orElseThrow(() -> new IOException("The store's name is being made"));
    }

    private Optional<String> readName() throws IOException {
        String key = prefix + NAME;
        var size = bucket.size(key);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = bucket.open(key, Span.whole(Math.min(size.getAsLong(), NAME_BYTES_MAX)))) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }

    @Override
    public Path arriving() {
        return arriving;
    }

    /** Also when an object is there: that its bytes are these, only reading all of them would tell, and readers get one or the other whole. */
    @Override
    public void keep(Blob blob, Path arrived) throws IOException {
        String key = key(blob);
        String sha256 = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(blob.hash()));
        bucket.run(
                key,
                client -> client.putObject(
                        request -> request.bucket(bucket.name()).key(key).checksumSHA256(sha256), arrived));
    }

    @Override
    public OptionalLong size(Blob blob) throws IOException {
        return bucket.size(key(blob));
    }

    @Override
    public InputStream open(Blob blob, Span span) throws IOException {
        return bucket.open(key(blob), span);
    }

    @Override
    public void delete(Blob blob) throws IOException {
        String key = key(blob);
        bucket.run(
                key,
                client -> client.deleteObject(
                        request -> request.bucket(bucket.name()).key(key)));
    }

    private String key(Blob blob) {
        return prefix + blob.ledgerUid() + "/" + blob.hash().substring(0, 2) + "/" + blob.hash();
    }
}
