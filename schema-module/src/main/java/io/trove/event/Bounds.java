package io.trove.event;

/** The most UTF-8 bytes of each identifier: what the columns that hold them must take. */
public final class Bounds {
    public static final int EVENT_ID_BYTES_MAX = 200;
    public static final int TYPE_BYTES_MAX = 200;
    public static final int ENTITY_TYPE_BYTES_MAX = 100;
    public static final int ENTITY_ID_BYTES_MAX = 512;
    public static final int SCHEMA_ID_BYTES_MAX = 200;
    public static final int SCHEMA_VERSION_BYTES_MAX = 100;
    public static final int PRODUCER_BYTES_MAX = 200;
    public static final int ACTOR_TYPE_BYTES_MAX = 100;
    public static final int ACTOR_ID_BYTES_MAX = 512;
    public static final int ACTOR_ROLE_BYTES_MAX = 200;
    public static final int LINK_TYPE_BYTES_MAX = 100;
    public static final int FILE_ID_BYTES_MAX = 200;
    public static final int LOCATOR_BYTES_MAX = 2_048;
    public static final int INDEX_NAME_BYTES_MAX = 100;
    public static final int MODULE_BYTES_MAX = 200;
    public static final int USER_ID_BYTES_MAX = 512;
    public static final int TRACE_ID_BYTES_MAX = 200;
    public static final int CORRELATION_ID_BYTES_MAX = 200;
    public static final int COMMAND_BYTES_MAX = 200;

    private Bounds() {}
}
