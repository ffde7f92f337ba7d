package io.trove.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Consumer;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The objects of a bucket. What the SDK throws becomes an IOException.
 *
 * @param client by which it is written to
 * @param reading by which it is read, and which waits less
 */
record Bucket(S3Client client, S3Client reading, String name) {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int BEHIND_THE_END = 416;
    private static final String NO_SUCH_KEY = "NoSuchKey";

    /** How many bytes the object has; nothing when it is not there. */
    OptionalLong size(String key) throws IOException {
        try {
            return OptionalLong.of(
                    reading.headObject(request -> request.bucket(name).key(key)).contentLength());
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                requireBucket();
                return OptionalLong.empty();
            }
            throw failed(key, failure);
        } catch (SdkException failure) {
            throw failed(key, failure);
        }
    }

    /** A part of an object; {@link BlobMissing} when it is not there, or not all of it. */
    InputStream open(String key, Span span) throws IOException {
        if (span.length() == 0) {
            size(key).orElseThrow(() -> new BlobMissing(key, null));
            return InputStream.nullInputStream();
        }
        String range = "bytes=" + span.from() + "-" + (span.end() - 1);
        try {
            var object =
                    reading.getObject(request -> request.bucket(name).key(key).range(range));
            Long there = object.response().contentLength();
            if (there != null && there < span.length()) {
                object.abort();
                throw new BlobMissing(key, null);
            }
            return new Excerpt(abortable(object), span.length());
        } catch (S3Exception failure) {
            throw isMissing(failure) ? new BlobMissing(key, failure) : failed(key, failure);
        } catch (SdkException failure) {
            throw failed(key, failure);
        }
    }

    private boolean isMissing(S3Exception failure) throws IOException {
        if (failure.statusCode() == NOT_FOUND && !isOfTheKey(failure)) {
            requireBucket();
        }
        return failure.statusCode() == NOT_FOUND || failure.statusCode() == BEHIND_THE_END;
    }

    private static boolean isOfTheKey(S3Exception failure) {
        return failure.awsErrorDetails() != null
                && NO_SUCH_KEY.equals(failure.awsErrorDetails().errorCode());
    }

    /** An answer without a body does not say what is not there: the object, or its bucket. Who may not ask is told of objects alone. */
    private void requireBucket() throws IOException {
        try {
            reading.headBucket(request -> request.bucket(name));
        } catch (S3Exception failure) {
            if (failure.statusCode() == NOT_FOUND) {
                throw new BucketMissing(name, failure);
            }
            if (failure.statusCode() != FORBIDDEN) {
                throw failed("", failure);
            }
        } catch (SdkException failure) {
            throw failed("", failure);
        }
    }

    /** Closing it early drops the connection, instead of reading on to the end; what the SDK throws on the way is a failure to read. */
    private static InputStream abortable(ResponseInputStream<GetObjectResponse> object) {
        return new FilterInputStream(object) {
            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    return super.read(buffer, offset, length);
                } catch (SdkException failure) {
                    throw new IOException(failure);
                }
            }

            @Override
            public void close() {
                object.abort();
            }
        };
    }

    /** Does something with the client; what the SDK throws is a failure of this key's. */
    void run(String key, Consumer<S3Client> work) throws IOException {
        try {
            work.accept(client);
        } catch (SdkException failure) {
            throw failed(key, failure);
        }
    }

    private IOException failed(String key, SdkException failure) {
        return new IOException("s3://" + name + "/" + key + ": " + failure.getMessage(), failure);
    }
}
