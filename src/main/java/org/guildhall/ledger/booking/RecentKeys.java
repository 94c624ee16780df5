package org.guildhall.ledger.booking;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLongArray;
import org.springframework.stereotype.Component;

/**
 * Which keys this process booked lately, so that a caller's repetition, which mostly follows soon, is looked up instead of
 * being tried as new, failing and sinking its group.
 *
 * <p>A hint and no more: what it forgets, the database's constraint finds; what it takes for known by mistake is looked up in
 * vain.
 */
@Component
class RecentKeys {

    /** A power of two; some seconds of a full load, in one megabyte. */
    private static final int PLACES = 1 << 17;

    private final AtomicLongArray keys = new AtomicLongArray(PLACES);

    /** Notes keys that are booked durably. */
    void add(Collection<UUID> ids) {
        for (var id : ids) {
            keys.setRelease(place(id), id.getLeastSignificantBits());
        }
    }

    /** Those of the requests that were probably booked before. */
    List<Request> among(List<Request> requests) {
        return requests.stream()
                .filter(request ->
                        keys.getAcquire(place(request.id())) == request.id().getLeastSignificantBits())
                .toList();
    }

    /** By its first bits: the later ones of the first half hold the version, which all keys share. */
    private static int place(UUID id) {
        return (int) (id.getMostSignificantBits() >>> 32) & (PLACES - 1);
    }
}
