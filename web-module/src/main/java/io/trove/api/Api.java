package io.trove.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything below {@code /api}; META-INF/openapi.yaml describes each operation. */
@ApplicationPath("/api")
public class Api extends Application {}
