package io.trove.event;

/** What is stored of an event: its canonical document, and the SHA-256 of its record. */
public record Kept(byte[] document, byte[] digest) {}
