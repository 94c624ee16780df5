package org.guildhall.access;

/** A new key with the text that a program presents, shown this once. */
public record CreatedApiKey(ApiKey key, String bearer) {}
