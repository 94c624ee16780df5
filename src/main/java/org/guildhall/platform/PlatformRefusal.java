package org.guildhall.platform;

import org.guildhall.kernel.Refusal;

/** Why the platform says no. */
public sealed interface PlatformRefusal extends Refusal.Reason {

    /** There is no such job, or it is somebody else's. */
    record NoSuchJob(String id) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.NOT_FOUND;
        }
    }

    /** There is no such file, it is somebody else's, or it has been removed after its time. */
    record NoSuchDownload(String id) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.NOT_FOUND;
        }
    }

    /** A write that moves value came without its idempotency key. */
    record IdempotencyKeyRequired() implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.INVALID;
        }
    }

    /** The request's body is larger than allowed. */
    record BodyTooLarge(long limitBytes) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.TOO_LARGE;
        }
    }

    /** There is nothing at this address, or not with this method. */
    record NoSuchEndpoint(String method, String path) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.NOT_FOUND;
        }
    }
}
