package org.guildhall.messages;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A way out of the house, offered as a bean.
 *
 * <p>Delivery is at least once: who is killed between sending and noting it sends again, with the same key, by which an
 * adapter that can remember recognises the message. An adapter answers for each envelope and does not throw for what is
 * wrong with one; an envelope that is not {@link Envelope#safe} it refuses.
 */
public interface Delivery {

    /** What it is called. */
    String code();

    /** What it carries. */
    Set<Channel> channels();

    /** Whether messages leave the house; one that does takes precedence over one that only shows. */
    boolean leaves();

    /** How it is set up, for people to look at; no secrets. */
    Map<String, String> settings();

    /** Sends; one answer for each envelope, in their order. */
    List<Answer> send(List<Envelope> batch);

    /** What became of an envelope. */
    sealed interface Answer {

        /** Accepted, under the receiver's own reference if it gave one. */
        record Sent(String receipt) implements Answer {}

        /** Refused for good: trying again would change nothing. */
        record Refused(String code, String detail) implements Answer {}

        /** Not now: it may be tried again. */
        record Delayed(String code, String detail) implements Answer {}
    }
}
