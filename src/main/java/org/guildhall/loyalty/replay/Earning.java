package org.guildhall.loyalty.replay;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** A fact that brings something: a purchase or an occasion. */
public sealed interface Earning permits Bought, Happened {

    /** By time; of one instant purchases before occasions, each by source and number, so that the order of arrival never matters. */
    Comparator<Earning> ORDER = (one, other) -> {
        int order = one.at().compareTo(other.at());
        if (order == 0) {
            order = Boolean.compare(one instanceof Happened, other instanceof Happened);
        }
        if (order == 0) {
            order = one.source().compareTo(other.source());
        }
        return order != 0 ? order : one.number().compareTo(other.number());
    };

    /** Its identifier. */
    UUID id();

    /** When it happened. */
    Instant at();

    /** The system it comes from. */
    String source();

    /** Its number there. */
    String number();
}
