package io.trove.files;

import java.io.IOException;

/** The whole bucket is not there: nothing is known of what was in it. */
final class BucketMissing extends IOException {

    private static final long serialVersionUID = 1L;

    BucketMissing(String bucket, Throwable cause) {
        super("The bucket " + bucket + " is not there", cause);
    }
}
