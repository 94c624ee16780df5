package org.guildhall.platform;

import org.guildhall.kernel.Refusal;

/** Why the platform says no. */
public sealed interface PlatformRefusal extends Refusal.Reason {

    /** There is no such job, or it is somebody else's. */
    record NoSuchJob(String id) implements PlatformRefusal, Refusal.Missing {}

    /** There is no such file, it is somebody else's, or it has been removed after its time. */
    record NoSuchDownload(String id) implements PlatformRefusal, Refusal.Missing {}

    /** A write that moves value came without its idempotency key. */
    record IdempotencyKeyRequired() implements PlatformRefusal, Refusal.Invalid {}

    /** The request's body is larger than allowed. */
    record BodyTooLarge(long limitBytes) implements PlatformRefusal, Refusal.TooLarge {}

    /** There is nothing at this address, or not with this method. */
    record NoSuchEndpoint(String method, String path) implements PlatformRefusal, Refusal.Missing {}
}
