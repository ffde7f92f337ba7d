package io.trove.server;

/** How a server's process ended, and all that it said on the terminal. */
public record Ended(int exitCode, String output) {}
