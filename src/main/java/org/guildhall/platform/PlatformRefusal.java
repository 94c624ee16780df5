package org.guildhall.platform;

import java.util.List;
import java.util.Map;
import org.guildhall.kernel.Refusal;

/** Why the platform says no. */
public sealed interface PlatformRefusal extends Refusal.Reason {

    /** There is no such job, or it is somebody else's. */
    record NoSuchJob(String id) implements PlatformRefusal, Refusal.Missing {}

    /** There is no such file, it is somebody else's, or it has been removed after its time. */
    record NoSuchDownload(String id) implements PlatformRefusal, Refusal.Missing {}

    /** A write that moves value came without its idempotency key. */
    record IdempotencyKeyRequired() implements PlatformRefusal, Refusal.Invalid {}

    /** A run of this kind is at work, or what it would undo is being undone or was. */
    record RunUnderWay(String run, String subject) implements PlatformRefusal, Refusal.Conflict {}

    /** The request's body is larger than allowed. */
    record BodyTooLarge(long limitBytes) implements PlatformRefusal, Refusal.TooLarge {}

    /** There is nothing at this address. */
    record NoSuchEndpoint(String method, String path) implements PlatformRefusal, Refusal.Missing {}

    /** There is something at this address, but not with this method. */
    record MethodNotAllowed(String method, String path, List<String> allowed) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.WRONG_METHOD;
        }
    }

    /** The body comes as a media type that is not read here. */
    record UnsupportedMediaType(String given, List<String> supported) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.WRONG_FORM;
        }

        @Override
        public List<Refusal.Field> fields() {
            return List.of(new Refusal.Field("Content-Type", given, "media-type", Map.of("supported", supported)));
        }
    }

    /** The answer is not to be had as any of the media types asked for; nothing was done. */
    record NotAcceptable(String asked, List<String> offered) implements PlatformRefusal {
        @Override
        public Refusal.Kind kind() {
            return Refusal.Kind.WRONG_ANSWER;
        }
    }
}
