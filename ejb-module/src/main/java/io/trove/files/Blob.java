package io.trove.files;

/** Bytes that a ledger keeps: the ledger's uid, their SHA-256 in hex, and how many they are. */
record Blob(String ledgerUid, String hash, long size) {}
